package com.zenithcapital.workbook.format;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code [>=1000]}: when a section is to be used. */
record Condition(String operator, BigDecimal bound) {

    private static final Pattern SYNTAX = Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?\\d{0,15}(?:\\.\\d{1,15})?)");

    /** The condition in these brackets, or null where they hold something else. */
    static @Nullable Condition parse(String bracketed) {
        Matcher matcher = SYNTAX.matcher(bracketed.strip());
        if (!matcher.matches()) {
            return null;
        }
        try {
            return new Condition(matcher.group(1), new BigDecimal(matcher.group(2)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    boolean holds(BigDecimal number) {
        int order = number.compareTo(bound);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "=" -> order == 0;
            case "<>" -> order != 0;
            default -> throw new IllegalStateException("no operator: " + operator);
        };
    }

    /** Whether it holds for negative numbers only: then the section says itself how they look, sign included. */
    boolean isOfNegatives() {
        return operator.startsWith("<") && !operator.equals("<>") && bound.signum() <= 0 && !holds(BigDecimal.ZERO);
    }
}
