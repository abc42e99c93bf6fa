package com.zenithcapital.workbook.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** {@code # ?/?}, {@code ??/??}, {@code # ?/8}: a number as a fraction. */
final class FractionLayout {

    /** Seven digits of a denominator are more than Excel takes. */
    private static final int MOST_DIGITS = 7;

    private FractionLayout() {}

    static boolean isFraction(List<Token> tokens) {
        int slash = slash(tokens);
        return slash > 0
                && tokens.get(slash - 1) instanceof Token.Digit
                && slash + 1 < tokens.size()
                && (tokens.get(slash + 1) instanceof Token.Digit || fixed(tokens, slash) > 0);
    }

    static String show(List<Token> tokens, BigDecimal number) {
        int slash = slash(tokens);
        int numerator = slash;
        while (numerator > 0 && tokens.get(numerator - 1) instanceof Token.Digit) {
            numerator--;
        }
        int end = end(tokens, slash);
        boolean hasWhole = tokens.subList(0, numerator).stream().anyMatch(token -> token instanceof Token.Digit);
        BigInteger whole = hasWhole ? number.toBigInteger() : BigInteger.ZERO;
        BigDecimal rest = number.subtract(new BigDecimal(whole));
        long fixed = fixed(tokens, slash);
        long[] fraction = fixed > 0 ? over(rest, fixed) : nearest(rest, most(end - slash - 1));
        if (hasWhole && fraction[0] == fraction[1]) {
            whole = whole.add(BigInteger.ONE);
            fraction[0] = 0;
        }
        StringBuilder shown = new StringBuilder();
        boolean wholeShown = false;
        for (Token token : tokens.subList(0, numerator)) {
            if (!(token instanceof Token.Digit)) {
                shown.append(NumberLayout.literal(token));
            } else if (!wholeShown) {
                wholeShown = true;
                // Nothing before the fraction rather than a zero.
                shown.append(whole.signum() == 0 && fraction[0] != 0 ? "" : whole.toString());
            }
        }
        if (!hasWhole || fraction[0] != 0) {
            shown.append(fraction[0]).append('/').append(fraction[1]);
        }
        tokens.subList(end, tokens.size()).forEach(token -> shown.append(NumberLayout.literal(token)));
        return shown.toString();
    }

    private static int slash(List<Token> tokens) {
        for (int index = 0; index < tokens.size(); index++) {
            if (tokens.get(index) instanceof Token.Slash) {
                return index;
            }
        }
        return -1;
    }

    private static int end(List<Token> tokens, int slash) {
        int end = slash + 1;
        while (end < tokens.size() && (tokens.get(end) instanceof Token.Digit || isFixedDigit(tokens.get(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isFixedDigit(Token token) {
        return token instanceof Token.Literal(String text) && text.length() == 1 && Character.isDigit(text.charAt(0));
    }

    /** The denominator that the code itself names, or 0. A zero in it reads as a place for a digit: {@code ?/10}. */
    private static long fixed(List<Token> tokens, int slash) {
        StringBuilder digits = new StringBuilder();
        for (Token token : tokens.subList(slash + 1, end(tokens, slash))) {
            switch (token) {
                case Token.Literal literal -> digits.append(literal.text());
                case Token.Digit digit -> digits.append(digit.kind() == '0' ? "0" : "");
                default -> {
                    // Not within the run.
                }
            }
        }
        boolean named = tokens.subList(slash + 1, end(tokens, slash)).stream().anyMatch(FractionLayout::isFixedDigit);
        return named && digits.length() <= MOST_DIGITS ? Long.parseLong(digits.toString()) : 0;
    }

    private static long most(int digits) {
        long most = 1;
        for (int digit = 0; digit < Math.min(digits, MOST_DIGITS); digit++) {
            most *= 10;
        }
        return most - 1;
    }

    private static long[] over(BigDecimal number, long denominator) {
        long numerator = number.multiply(BigDecimal.valueOf(denominator))
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
        return new long[] {numerator, denominator};
    }

    /** The last step of the number's continued fraction with a denominator up to {@code most}: 3 1/7 as Excel has it, not 3 14/99. */
    private static long[] nearest(BigDecimal number, long most) {
        double value = number.doubleValue();
        if (value > 1e15) {
            return new long[] {number.longValue(), 1};
        }
        long before = 0;
        long numerator = 1;
        long denominatorBefore = 1;
        long denominator = 0;
        double rest = value;
        while (true) {
            long whole = (long) Math.floor(rest);
            long nextDenominator = whole * denominator + denominatorBefore;
            if (nextDenominator > most) {
                return new long[] {numerator, denominator};
            }
            long nextNumerator = whole * numerator + before;
            before = numerator;
            numerator = nextNumerator;
            denominatorBefore = denominator;
            denominator = nextDenominator;
            if (rest - whole < 1e-9) {
                return new long[] {numerator, denominator};
            }
            rest = 1 / (rest - whole);
        }
    }
}
