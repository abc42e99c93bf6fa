package com.zenithcapital.workbook.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** A day count as the date, the time or the duration that a section makes of it. */
final class DateLayout {

    /** What Excel fills the column with where a number is no date. */
    private static final String NO_DATE = "########";

    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    /** 31 December 9999. */
    private static final long LAST_DAY = 2_958_465;
    /** 1 January 1904 by the count from 1900. */
    private static final int DAYS_TO_1904 = 1_462;

    private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
    private static final int MOST_FRACTION_DIGITS = 3;

    private final Section section;
    private final long day;
    private final long secondOfDay;
    private final BigDecimal seconds;
    private final boolean halved;

    private DateLayout(Section section, long day, BigDecimal seconds) {
        this.section = section;
        this.day = day;
        this.seconds = seconds;
        this.secondOfDay = seconds.longValue() % 86_400;
        this.halved = section.tokens().stream().anyMatch(token -> token instanceof Token.HalfOfDay);
    }

    static String show(Section section, BigDecimal number, boolean date1904) {
        boolean elapsed = section.tokens().stream().anyMatch(token -> token instanceof Token.Elapsed);
        boolean negative = number.signum() < 0;
        // Only the count from 1904 knows what lies before its first day, and only as a duration.
        if ((negative && !(date1904 && elapsed)) || number.abs().compareTo(BigDecimal.valueOf(LAST_DAY + 1)) >= 0) {
            return NO_DATE;
        }
        int digits = section.tokens().stream()
                .mapToInt(token -> token instanceof Token.SecondFraction(int places) ? places : 0)
                .max()
                .orElse(0);
        BigDecimal seconds = number.abs()
                .multiply(SECONDS_PER_DAY)
                .setScale(Math.min(digits, MOST_FRACTION_DIGITS), RoundingMode.HALF_UP);
        long day = seconds.longValue() / 86_400 + (date1904 ? DAYS_TO_1904 : 0);
        if (day > LAST_DAY) {
            return NO_DATE;
        }
        return (negative ? "-" : "") + new DateLayout(section, day, seconds).show();
    }

    private String show() {
        StringBuilder shown = new StringBuilder();
        for (Token token : section.tokens()) {
            switch (token) {
                case Token.Moment(char part, int length) -> shown.append(moment(part, length));
                case Token.Elapsed(char part, int length) -> shown.append(padded(elapsed(part), length));
                case Token.SecondFraction(int digits) -> shown.append(fraction(digits));
                case Token.HalfOfDay(boolean wordy) -> {
                    String half = secondOfDay < 43_200 ? "AM" : "PM";
                    shown.append(wordy ? half : half.substring(0, 1));
                }
                case Token.Comma comma -> shown.append(',');
                case Token.Digit digit -> shown.append(digit.kind() == '0' ? "0" : "");
                default -> shown.append(NumberLayout.literal(token));
            }
        }
        return shown.toString();
    }

    private String moment(char part, int length) {
        return switch (part) {
            case 'y' -> length <= 2 ? padded(year() % 100, 2) : padded(year(), 4);
            case 'm' -> month(length);
            case 'd' -> day(length);
            case 'h' -> padded(hour(), Math.min(length, 2));
            case 'M' -> padded(secondOfDay / 60 % 60, Math.min(length, 2));
            default -> padded(secondOfDay % 60, Math.min(length, 2));
        };
    }

    private long hour() {
        long hour = secondOfDay / 3_600;
        if (!halved) {
            return hour;
        }
        return hour % 12 == 0 ? 12 : hour % 12;
    }

    private long elapsed(char part) {
        long whole = seconds.longValue();
        return switch (part) {
            case 'h' -> whole / 3_600;
            case 'm' -> whole / 60;
            default -> whole;
        };
    }

    private String fraction(int digits) {
        String decimals = seconds.remainder(BigDecimal.ONE)
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
        return decimals.substring(decimals.indexOf('.'));
    }

    private String month(int length) {
        int month = monthOfYear();
        return switch (length) {
            case 1, 2 -> padded(month, length);
            case 3 -> section.language().month(month, false);
            case 5 -> section.language().month(month, true).substring(0, 1);
            default -> section.language().month(month, true);
        };
    }

    private String day(int length) {
        return switch (length) {
            case 1, 2 -> padded(dayOfMonth(), length);
            case 3 -> section.language().day(dayOfWeek(), false);
            default -> section.language().day(dayOfWeek(), true);
        };
    }

    /** By Excel's count day 1 was a Sunday; from March 1900 on that is right. */
    private DayOfWeek dayOfWeek() {
        return DayOfWeek.SUNDAY.plus(day - 1);
    }

    /** Excel counts a 29 February 1900 that never was and a day 0 before the first of January. */
    private LocalDate date() {
        return LocalDate.of(1899, 12, day < LEAP_DAY_THAT_NEVER_WAS ? 31 : 30).plusDays(day);
    }

    private long year() {
        return day == 0 ? 1900 : date().getYear();
    }

    private int monthOfYear() {
        if (day == 0) {
            return 1;
        }
        return day == LEAP_DAY_THAT_NEVER_WAS ? 2 : date().getMonthValue();
    }

    private int dayOfMonth() {
        if (day == 0) {
            return 0;
        }
        return day == LEAP_DAY_THAT_NEVER_WAS ? 29 : date().getDayOfMonth();
    }

    private static String padded(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
