package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.ooxml.SheetPart;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sheets of a workbook as its formulas name them. */
final class SheetNames {

    private final Map<String, Integer> places = new HashMap<>();

    SheetNames(List<SheetPart> sheets) {
        for (int place = 0; place < sheets.size(); place++) {
            places.putIfAbsent(sheets.get(place).name().toLowerCase(Locale.ROOT), place);
        }
    }

    /** Sheets from the first to the last, by their places. */
    record Span(int first, int last) {

        /** Of no sheet of this workbook. */
        static final Span ELSEWHERE = new Span(-1, -1);

        /** Of a sheet that is not there, or is not understood. */
        static final Span UNKNOWN = new Span(-2, -2);

        /** {@code [0]!rate}: the workbook itself. */
        static final Span WORKBOOK = new Span(-3, -3);

        static Span of(int place) {
            return new Span(place, place);
        }

        boolean isKnown() {
            return first >= 0;
        }
    }

    /** Of a token with its exclamation mark: {@code 'P&L'!}, {@code Jan:Dec!}, {@code [1]Prices!}. */
    Span span(String token) {
        String name = token.substring(0, token.length() - 1);
        if (name.length() > 1 && name.startsWith("'") && name.endsWith("'")) {
            name = name.substring(1, name.length() - 1).replace("''", "'");
        }
        if (name.equals("[0]")) {
            return Span.WORKBOOK;
        }
        // No sheet's name has a bracket.
        if (name.indexOf('[') >= 0) {
            return Span.ELSEWHERE;
        }
        name = name.toLowerCase(Locale.ROOT);
        Integer place = places.get(name);
        if (place != null) {
            return Span.of(place);
        }
        int colon = name.indexOf(':');
        Integer first = colon < 0 ? null : places.get(name.substring(0, colon));
        Integer last = colon < 0 ? null : places.get(name.substring(colon + 1));
        return first == null || last == null ? Span.UNKNOWN : new Span(Math.min(first, last), Math.max(first, last));
    }
}
