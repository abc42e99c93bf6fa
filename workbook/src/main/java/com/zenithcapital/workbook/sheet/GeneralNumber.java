package com.zenithcapital.workbook.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Numbers as a cell without a format of its own shows them in a wide column, and dates as ISO 8601. */
final class GeneralNumber {

    /** "General" shows at most eleven characters, the decimal point among them. */
    private static final int SHOWN = 11;

    private static final int SCIENTIFIC_DIGITS = 6;
    private static final int LONGEST_STORED = 40;
    private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("0.0001");
    private static final int SECONDS_PER_DAY = 86_400;
    /** 31 December 9999. */
    private static final double LAST_DAY = 2_958_465;

    private GeneralNumber() {}

    /** {@code stored} itself where it is no number. */
    static String show(String stored) {
        BigDecimal number = parse(stored);
        if (number == null) {
            return stored;
        }
        if (number.signum() == 0) {
            return "0";
        }
        int wholeDigits = Math.max(1, number.precision() - number.scale());
        if (wholeDigits > SHOWN || number.abs().compareTo(SMALLEST_PLAIN) < 0) {
            return scientific(number);
        }
        int decimals = Math.max(0, SHOWN - 1 - wholeDigits);
        BigDecimal rounded = number.setScale(Math.min(Math.max(number.scale(), 0), decimals), RoundingMode.HALF_UP);
        // Rounding may have added a digit in front.
        return rounded.precision() - rounded.scale() > SHOWN
                ? scientific(rounded)
                : rounded.stripTrailingZeros().toPlainString();
    }

    /** The moment a day count stands for, or {@link #show} of it where it is none. A count below 1 is a time of day. */
    static String showDate(String stored, boolean date1904) {
        BigDecimal number = parse(stored);
        if (number == null || number.signum() < 0 || number.doubleValue() > LAST_DAY) {
            return show(stored);
        }
        long days = number.longValue();
        long seconds = Math.round(number.remainder(BigDecimal.ONE).doubleValue() * SECONDS_PER_DAY);
        if (days == 0 && !date1904) {
            return seconds == SECONDS_PER_DAY
                    ? show(stored)
                    : LocalTime.ofSecondOfDay(seconds).toString();
        }
        LocalDateTime moment = dayZero(days, date1904).plusDays(days).plusSeconds(seconds);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Excel counts a 29 February 1900 that never was, so dates before March of that year are one day off. */
    private static LocalDateTime dayZero(long days, boolean date1904) {
        if (date1904) {
            return LocalDateTime.of(1904, 1, 1, 0, 0);
        }
        return days < 60 ? LocalDateTime.of(1899, 12, 31, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
    }

    private static String scientific(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(SCIENTIFIC_DIGITS, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = rounded.scaleByPowerOfTen(-exponent).toPlainString();
        return "%sE%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static @Nullable BigDecimal parse(String stored) {
        // An exponent of nine digits would be a plain string of as many zeros.
        if (stored.isEmpty() || stored.length() > LONGEST_STORED) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(stored);
            return Math.abs((long) number.precision() - number.scale()) > 400 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
