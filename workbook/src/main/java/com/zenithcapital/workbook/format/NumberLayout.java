package com.zenithcapital.workbook.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Puts the digits of a number into the places that a section has for them. */
final class NumberLayout {

    private final List<Token> tokens;
    private final int exponentAt;
    private final int pointAt;
    private final int lastDigit;
    private int scale;
    private boolean grouped;

    NumberLayout(List<Token> tokens) {
        this.tokens = tokens;
        this.exponentAt = indexOf(Token.Exponent.class);
        int point = indexOf(Token.Point.class);
        this.pointAt = exponentAt >= 0 && point > exponentAt ? -1 : point;
        this.lastDigit = lastDigit(exponentAt < 0 ? tokens.size() : exponentAt);
        readCommas();
    }

    /** {@code number} without its sign. */
    static String show(Section section, BigDecimal number) {
        if (section.hasText() || section.hasGeneral()) {
            return showWhole(section, number);
        }
        BigDecimal kept = number.round(GeneralNumber.KEPT);
        if (section.isFraction()) {
            return FractionLayout.show(section.tokens(), kept);
        }
        NumberLayout layout = section.layout();
        return layout.exponentAt >= 0 ? layout.showScientific(kept) : layout.showPlain(layout.scaled(kept));
    }

    private static String showWhole(Section section, BigDecimal number) {
        StringBuilder shown = new StringBuilder();
        for (Token token : section.tokens()) {
            switch (token) {
                case Token.General whole -> shown.append(GeneralNumber.show(number));
                case Token.Text whole -> shown.append(GeneralNumber.show(number));
                default -> shown.append(literal(token));
            }
        }
        return shown.toString();
    }

    /** What a token shows where it has no part in the number. */
    static String literal(Token token) {
        return switch (token) {
            case Token.Literal literal -> literal.text();
            case Token.Percent percent -> "%";
            case Token.Slash slash -> "/";
            case Token.Point point -> ".";
            case Token.Digit _,
                    Token.Comma _,
                    Token.General _,
                    Token.Text _,
                    Token.Exponent _,
                    Token.Moment _,
                    Token.Elapsed _,
                    Token.SecondFraction _,
                    Token.HalfOfDay _ -> "";
        };
    }

    private void readCommas() {
        int lastOfWhole = lastDigit(pointAt >= 0 ? pointAt : lastDigit + 1);
        boolean digits = false;
        for (int index = 0; index < tokens.size(); index++) {
            switch (tokens.get(index)) {
                case Token.Digit digit -> digits = true;
                case Token.Comma comma -> {
                    if (digits && index < lastOfWhole) {
                        grouped = true;
                    } else if (digits && (index > lastDigit || index < pointAt)) {
                        scale -= 3;
                    }
                }
                case Token.Percent percent -> scale += 2;
                default -> {
                    // Shown, not counted.
                }
            }
        }
    }

    private BigDecimal scaled(BigDecimal number) {
        return number.scaleByPowerOfTen(scale);
    }

    private String showPlain(BigDecimal number) {
        int end = exponentAt < 0 ? tokens.size() : exponentAt;
        int decimals = pointAt < 0 ? 0 : digits(pointAt, end);
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        String plain = rounded.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : plain.substring(point + 1);
        StringBuilder shown = new StringBuilder();
        boolean blank = whole.equals("0") && exponentAt < 0;
        appendWhole(shown, blank ? "" : whole, pointAt < 0 ? end : pointAt);
        if (pointAt >= 0) {
            appendFraction(shown, fraction, end);
        }
        return shown.toString();
    }

    private void appendWhole(StringBuilder shown, String digits, int end) {
        int places = digits(0, end);
        int place = 0;
        for (int index = 0; index < end; index++) {
            if (!(tokens.get(index) instanceof Token.Digit(char kind))) {
                shown.append(literal(tokens.get(index)));
                continue;
            }
            int behind = places - place - 1;
            if (place == 0) {
                // More digits than places: they all stand before the first.
                for (int extra = digits.length(); extra > places; extra--) {
                    appendDigit(shown, digits.charAt(digits.length() - extra), extra - 1);
                }
            }
            if (behind < digits.length()) {
                appendDigit(shown, digits.charAt(digits.length() - 1 - behind), behind);
            } else if (kind == '0') {
                appendDigit(shown, '0', behind);
            } else if (kind == '?') {
                shown.append(grouped && behind > 0 && behind % 3 == 0 ? "  " : " ");
            }
            place++;
        }
    }

    private void appendDigit(StringBuilder shown, char digit, int behind) {
        shown.append(digit);
        if (grouped && behind > 0 && behind % 3 == 0) {
            shown.append(',');
        }
    }

    private void appendFraction(StringBuilder shown, String digits, int end) {
        int place = 0;
        int significant = digits.length();
        while (significant > 0 && digits.charAt(significant - 1) == '0') {
            significant--;
        }
        for (int index = pointAt; index < end; index++) {
            if (!(tokens.get(index) instanceof Token.Digit(char kind))) {
                shown.append(literal(tokens.get(index)));
                continue;
            }
            if (place < significant || kind == '0') {
                shown.append(digits.charAt(place));
            } else if (kind == '?') {
                shown.append(' ');
            }
            place++;
        }
    }

    /** With more than one place before the point, the exponent goes in steps of as many: {@code ##0.0E+0}. */
    private String showScientific(BigDecimal number) {
        int step = Math.max(1, digits(0, pointAt < 0 ? exponentAt : pointAt));
        int decimals = pointAt < 0 ? 0 : digits(pointAt, exponentAt);
        int exponent = number.signum() == 0 ? 0 : Math.floorDiv(number.precision() - number.scale() - 1, step) * step;
        BigDecimal mantissa = number.scaleByPowerOfTen(-exponent).setScale(decimals, RoundingMode.HALF_UP);
        if (mantissa.compareTo(BigDecimal.ONE.scaleByPowerOfTen(step)) >= 0) {
            exponent += step;
            mantissa = mantissa.scaleByPowerOfTen(-step);
        }
        StringBuilder shown = new StringBuilder(showPlain(mantissa));
        appendExponent(shown, exponent);
        return shown.toString();
    }

    /** Its sign stands right before its digits, whatever stands between these and the letter. */
    private void appendExponent(StringBuilder shown, int exponent) {
        String digits = Integer.toString(Math.abs(exponent));
        int places = digits(exponentAt, tokens.size());
        boolean signed = false;
        int place = 0;
        for (Token token : tokens.subList(exponentAt, tokens.size())) {
            switch (token) {
                case Token.Exponent(char letter, boolean plus) -> {
                    shown.append(letter);
                    signed = plus;
                }
                case Token.Digit(char kind) -> {
                    if (place == 0) {
                        shown.append(exponent < 0 ? "-" : signed ? "+" : "");
                        shown.append(digits, 0, Math.max(0, digits.length() - places));
                    }
                    int behind = places - place - 1;
                    if (behind < digits.length()) {
                        shown.append(digits.charAt(digits.length() - 1 - behind));
                    } else if (kind != '#') {
                        shown.append(kind == '0' ? '0' : ' ');
                    }
                    place++;
                }
                default -> shown.append(literal(token));
            }
        }
    }

    private int digits(int from, int end) {
        int digits = 0;
        for (int index = from; index < end; index++) {
            if (tokens.get(index) instanceof Token.Digit) {
                digits++;
            }
        }
        return digits;
    }

    private int lastDigit(int end) {
        for (int index = end - 1; index >= 0; index--) {
            if (tokens.get(index) instanceof Token.Digit) {
                return index;
            }
        }
        return -1;
    }

    private int indexOf(Class<? extends Token> kind) {
        for (int index = 0; index < tokens.size(); index++) {
            if (kind.isInstance(tokens.get(index))) {
                return index;
            }
        }
        return -1;
    }
}
