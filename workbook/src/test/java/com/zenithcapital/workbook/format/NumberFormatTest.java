package com.zenithcapital.workbook.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Excel shows with American settings, without the blanks at the ends. */
class NumberFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1234567.891 | #,##0 | 1,234,568",
                "1234567.891 | #,##0.00 | 1,234,567.89",
                "123 | #,##0 | 123",
                "12 | #,##0,000 | 0,012",
                "-1234.5 | #,##0.00 | -1,234.50",
                "-5 | $#,##0 | -$5",
                "0.1256 | 0% | 13%",
                "0.1256 | 0.0% | 12.6%",
                "0.285 | 0.00 | 0.29",
                "0.28499999999999998 | 0.00 | 0.29",
                "1.005 | 0.00 | 1.01",
                "2.5 | 0 | 3",
                "-0.4 | 0 | 0",
                "-1e-10 | 0.00 | 0.00",
                "1 | #.## | 1.",
                "0.5 | #.## | .5",
                "0 | # | ``",
                "1.5 | 0.### | 1.5",
                "1.5 | 0.0?? | 1.5",
                "5 | 0000 | 0005",
                "5551234 | 000-0000 | 555-1234",
                "15551234567 | (000) 000-0000 | (1555) 123-4567",
                "1e20 | #,##0 | 100,000,000,000,000,000,000",
                "12345678901234 | 0 | 12345678901234",
            })
    void digits_go_into_their_places(String stored, String code, String shown) {
        assertThat(NumberFormat.of(code).number(stored, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1234567 | #,##0, | 1,235",
                "1234567 | 0.0,, | 1.2",
                "1234567 | #,##0.0,,\"m\" | 1.2m",
                "1234567 | $0.00,,\" million\" | $1.23 million",
                "1234567 | 0,.0 | 1234.6",
            })
    void commas_behind_the_digits_divide_by_thousands(String stored, String code, String shown) {
        assertThat(NumberFormat.of(code).number(stored, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1234.5 | \"USD\" #,##0 | USD 1,235",
                "1234.5 | #,##0\\ \"units\" | 1,235 units",
                "2026 | 0\"E\" | 2026E",
                "8.25 | 0.0x | 8.3x",
                "100 | 0 \"bps\" | 100 bps",
                "1234.5 | [$$-409]#,##0.00 | $1,234.50",
                "1234.5 | [$€-407] #,##0.00 | € 1,234.50",
                "1234.5 | #,##0.00\\ [$€-407] | 1,234.50 €",
                "1234.5 | [$CHF]\\ #,##0.00 | CHF 1,234.50",
                "1234.5 | General\" x\" | 1234.5 x",
                "12 | [DBNum1]0 | 12",
                "12 | [Color10]0 | 12",
                "4 | *-0 | 4",
                "12345678901234 | @ | 1.23457E+13",
            })
    void what_is_no_place_for_a_digit_stands_for_itself(String stored, String code, String shown) {
        assertThat(NumberFormat.of(code).number(stored, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1234.5 | #,##0_);(#,##0) | 1,235",
                "-1234.5 | #,##0_);(#,##0) | (1,235)",
                "-1234.5 | #,##0.00;[Red]-#,##0.00 | -1,234.50",
                "-0.4 | 0;(0);- | (0)",
                "0 | 0;(0);- | -",
                "0 | _(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_) | -",
                "-1234.5 | _($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_) | $(1,234.50)",
                "1234.5 | _-$* #,##0.00_-;-$* #,##0.00_-;_-$* \"-\"??_-;_-@_- | $1,234.50",
                "-0.07 | 0.0%_);\\(0.0%\\);0.0%_);@_) | (7.0%)",
                "5 | ;;; | ``",
                "-5 | 0.0;; | ``",
                "0 | \"yes\";\"no\";\"zero\" | zero",
                "-5 | \"yes\";\"no\" | no",
                "5 | [>100]\"big\";[<=100]\"small\" | small",
                "150 | [>100][Red]0.0;[Blue]0 | 150.0",
                "1500000 | [>=1000000]0.0,,\"m\";[>=1000]0.0,\"k\";0 | 1.5m",
                "1500 | [>=1000000]0.0,,\"m\";[>=1000]0.0,\"k\";0 | 1.5k",
                "-5 | [>=1000000]0.0,,\"m\";[>=1000]0.0,\"k\";0 | -5",
                "-5 | [<0](0);0 | (5)",
            })
    void the_section_is_chosen_by_the_sign_or_its_condition(String stored, String code, String shown) {
        assertThat(NumberFormat.of(code).number(stored, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "12345.678 | 0.00E+00 | 1.23E+04",
                "0.00012 | 0.0E+0 | 1.2E-4",
                "12345 | 0E-0 | 1E4",
                "12345.678 | ##0.0E+0 | 12.3E+3",
                "999.96 | 0.0E+00 | 1.0E+03",
                "0 | 0.0E+00 | 0.0E+00",
                "0.25 | # ?/? | 1/4",
                "1.3333333333 | # ?/? | 1 1/3",
                "3.14159265 | # ??/?? | 3 1/7",
                "3.14159265 | # ???/??? | 3 16/113",
                "2 | # ?/? | 2",
                "0 | # ?/? | 0",
                "5.25 | # ?/4 | 5 1/4",
                "5.3 | # ?/10 | 5 3/10",
                "0.99 | # ?/? | 1",
                "1.5 | ?/? | 3/2",
                "-0.5 | # ?/? | -1/2",
            })
    void exponents_and_fractions_are_worked_out(String stored, String code, String shown) {
        assertThat(NumberFormat.of(code).number(stored, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "46112 | yyyy-mm-dd | 2026-03-31",
                "46112 | d/m/yy | 31/3/26",
                "46112 | dd\".\"mm\".\"yyyy | 31.03.2026",
                "46112 | dddd, mmmm d, yyyy | Tuesday, March 31, 2026",
                "46112 | ddd d-mmm-yy | Tue 31-Mar-26",
                "46112 | mmmmm | M",
                "46112 | yyyy\"A\" | 2026A",
                "46112 | [$-407]d. mmmm yyyy | 31. März 2026",
                "46112 | [$-409]mmm\\-yy;@ | Mar-26",
                "46112 | [$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy | Tuesday, March 31, 2026",
                "46112.5 | [$-409]d/mmm/yyyy\\ h:mm | 31/Mar/2026 12:00",
                "46112.75 | h:mm AM/PM | 6:00 PM",
                "46112.75 | h A/P | 6 P",
                "46112.0 | hh:mm:ss AM/PM | 12:00:00 AM",
                "46112.9999999 | yyyy-mm-dd hh:mm | 2026-04-01 00:00",
                "0.123456 | mm:ss.0 | 57:46.6",
                "0.5 | hh:mm:ss.000 | 12:00:00.000",
                "1.5 | [h]:mm | 36:00",
                "1.52 | [mm]:ss | 2188:48",
                "0.0005 | [ss] | 43",
                "2958465 | yyyy | 9999",
            })
    void a_day_count_is_a_moment_or_a_duration(String stored, String code, String shown) {
        assertThat(NumberFormat.of(code).number(stored, false)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1900-01-00, Sat",
        "1, 1900-01-01, Sun",
        "59, 1900-02-28, Tue",
        "60, 1900-02-29, Wed",
        "61, 1900-03-01, Thu"
    })
    void the_year_1900_has_the_leap_day_that_excel_gives_it(String stored, String date, String day) {
        assertThat(NumberFormat.of("yyyy-mm-dd").number(stored, false)).isEqualTo(date);
        assertThat(NumberFormat.of("ddd").number(stored, false)).isEqualTo(day);
    }

    @Test
    void the_other_count_begins_in_1904() {
        assertThat(NumberFormat.of("yyyy-mm-dd").number("0", true)).isEqualTo("1904-01-01");
        assertThat(NumberFormat.of("yyyy-mm-dd").number("44650", true)).isEqualTo("2026-03-31");
        assertThat(NumberFormat.of("[h]:mm").number("-0.5", true)).isEqualTo("-12:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2958466", "1e300"})
    void what_is_no_date_fills_the_cell(String stored) {
        assertThat(NumberFormat.of("yyyy-mm-dd").number(stored, false)).isEqualTo("########");
    }

    @Test
    void texts_have_a_section_of_their_own() {
        assertThat(NumberFormat.of("0.00").text("n/a")).isEqualTo("n/a");
        assertThat(NumberFormat.of("0;-0;0;\"> \"@").text("n/a")).isEqualTo("> n/a");
        assertThat(NumberFormat.of(";;;").text("n/a")).isEmpty();
        assertThat(NumberFormat.of("0;@\"!\"").text("n/a")).isEqualTo("n/a!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "\\",
                "_",
                "*",
                "[",
                "[]",
                "[$",
                "[$-]",
                "[>x]",
                "/",
                "0/",
                "?/?/?",
                "0/0",
                "?/0",
                "0/9999999999",
                "E+",
                "0E+",
                ".E+0",
                "..",
                ",,,",
                "%%%%",
                "s.000000",
                ";",
                ";;;;;;",
                "@@@",
                "General General",
                "AM/PM",
                "[h",
                "0.0E+0E+0",
                "[=]0"
            })
    void any_text_is_a_format(String code) {
        for (String stored : new String[] {"0", "-1.5", "46112.25", "1e300", "1e-300", "-1e17", "999999999999999.9"}) {
            assertThat(NumberFormat.of(code).number(stored, false)).isNotNull();
        }
        assertThat(NumberFormat.of(code).text("text")).isNotNull();
    }
}
