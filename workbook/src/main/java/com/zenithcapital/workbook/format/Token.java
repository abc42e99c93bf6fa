package com.zenithcapital.workbook.format;

/** One piece of a section of a format code. */
sealed interface Token {

    /** Stands for itself. */
    record Literal(String text) implements Token {}

    /** The whole number or text in the format "General". */
    record General() implements Token {}

    /** {@code @}: the text of the cell. */
    record Text() implements Token {}

    /** {@code 0}, {@code #} or {@code ?}: a place for a digit. */
    record Digit(char kind) implements Token {}

    record Point() implements Token {}

    /** Between digits it groups them by thousands; behind the last it divides by a thousand. */
    record Comma() implements Token {}

    record Percent() implements Token {}

    /** {@code E+} or {@code E-}: the digits behind it are the exponent's. */
    record Exponent(char letter, boolean signed) implements Token {}

    /** Between two rows of digits it makes them a fraction, between parts of a date it stands for itself. */
    record Slash() implements Token {}

    /** A part of a date or a time: {@code y m d h s}, {@code M} for the minutes that are spelled {@code m}, too. */
    record Moment(char part, int length) implements Token {}

    /** {@code [h]}, {@code [mm]}, {@code [s]}: a whole duration in that unit. */
    record Elapsed(char part, int length) implements Token {}

    /** {@code .000} behind seconds. */
    record SecondFraction(int digits) implements Token {}

    /** {@code AM/PM} or {@code A/P}. */
    record HalfOfDay(boolean wordy) implements Token {}
}
