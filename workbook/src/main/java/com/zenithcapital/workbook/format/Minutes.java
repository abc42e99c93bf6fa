package com.zenithcapital.workbook.format;

import java.util.ArrayList;
import java.util.List;

/** Tells the {@code m} of minutes from that of months: it stands right behind hours or right before seconds. */
final class Minutes {

    private static final char MINUTES = 'M';

    private Minutes() {}

    static List<Token> told(List<Token> tokens) {
        List<Token> told = new ArrayList<>(tokens);
        for (int index = 0; index < tokens.size(); index++) {
            if (tokens.get(index) instanceof Token.Moment(char part, int length)
                    && part == 'm'
                    && length <= 2
                    && (neighbour(tokens, index, -1) == 'h' || neighbour(tokens, index, 1) == 's')) {
                told.set(index, new Token.Moment(MINUTES, length));
            }
        }
        return told;
    }

    /** The next part of a date in this direction. */
    private static char neighbour(List<Token> tokens, int from, int step) {
        for (int index = from + step; index >= 0 && index < tokens.size(); index += step) {
            if (tokens.get(index) instanceof Token.Moment(char part, int _)) {
                return part;
            }
            if (tokens.get(index) instanceof Token.Elapsed(char part, int _)) {
                return part;
            }
        }
        return 0;
    }
}
