package com.zenithcapital.workbook.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as a cell without a format of its own shows them in a wide column. */
final class GeneralNumber {

    /** "General" shows at most eleven characters, the decimal point among them. */
    private static final int SHOWN = 11;

    /** As many as Excel keeps; a double's further ones are noise that would turn 0.285 into 0.28. */
    static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

    private static final int SCIENTIFIC_DIGITS = 6;
    private static final int LONGEST_STORED = 40;
    private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("0.0001");

    private GeneralNumber() {}

    /** {@code stored} itself where it is no number. */
    static String show(String stored) {
        BigDecimal number = parse(stored);
        return number == null ? stored : show(number);
    }

    static String show(BigDecimal stored) {
        BigDecimal number = stored.round(KEPT);
        if (number.signum() == 0) {
            return "0";
        }
        int wholeDigits = Math.max(1, number.precision() - number.scale());
        if (wholeDigits > SHOWN || (number.abs().compareTo(SMALLEST_PLAIN) < 0 && !fits(number))) {
            return scientific(number);
        }
        int decimals = Math.max(0, SHOWN - 1 - wholeDigits);
        BigDecimal rounded = number.setScale(Math.min(Math.max(number.scale(), 0), decimals), RoundingMode.HALF_UP);
        // Rounding may have added a digit in front.
        return rounded.precision() - rounded.scale() > SHOWN
                ? scientific(rounded)
                : rounded.stripTrailingZeros().toPlainString();
    }

    /** Whether all digits of a number below 1 can be shown. */
    private static boolean fits(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= SHOWN - 2;
    }

    private static String scientific(BigDecimal number) {
        BigDecimal rounded = number.round(new MathContext(SCIENTIFIC_DIGITS, RoundingMode.HALF_UP))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = rounded.scaleByPowerOfTen(-exponent).toPlainString();
        return "%sE%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** Null where it is no number that a cell can hold. */
    static @Nullable BigDecimal parse(String stored) {
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
