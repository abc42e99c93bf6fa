package com.zenithcapital.workbook.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "12, 12",
        "12.50, 12.5",
        "0.30000000000000004, 0.3",
        "3.14159265358979, 3.141592654",
        "-1234567.891, -1234567.891",
        "12345678901, 12345678901",
        "123456789012, 1.23457E+11",
        "1.0E5, 100000",
        "1e300, 1E+300",
        "0.0001, 0.0001",
        "0.00001234, 0.00001234",
        "0.000012345678, 1.23457E-05",
        "1e-9, 0.000000001",
        "1e-10, 1E-10",
        "99999999999.9, 1E+11",
    })
    void a_number_is_shown_as_a_cell_without_a_format_shows_it(String stored, String shown) {
        assertThat(GeneralNumber.show(stored)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "NaN", "1e999999999", "0x10"})
    void what_is_no_number_is_shown_as_it_is(String stored) {
        assertThat(GeneralNumber.show(stored)).isEqualTo(stored);
    }
}
