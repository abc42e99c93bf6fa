package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.ooxml.SheetPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sheets of two workbooks as formulas name them. */
final class SheetPairs {

    /** Sheets from the first to the last, by their places; the same one twice where it is no span. */
    record Span(int first, int last) {}

    private final List<SheetPair> pairs;
    private final Map<String, SheetPair> byOldName = new HashMap<>();
    private final Map<String, SheetPair> byNewName = new HashMap<>();
    private final Map<Integer, SheetPair> byPlace = new HashMap<>();
    private final Map<String, Integer> newPlaces = new HashMap<>();

    SheetPairs(List<SheetPair> pairs, List<SheetPart> newSheets) {
        this.pairs = List.copyOf(pairs);
        for (SheetPair pair : pairs) {
            byOldName.put(pair.old().name().toLowerCase(Locale.ROOT), pair);
            byPlace.put(pair.after(), pair);
            byNewName.put(pair.now().name().toLowerCase(Locale.ROOT), pair);
        }
        for (int place = 0; place < newSheets.size(); place++) {
            newPlaces.put(newSheets.get(place).name().toLowerCase(Locale.ROOT), place);
        }
    }

    List<SheetPair> all() {
        return pairs;
    }

    /** Of the sheet at this place in the new workbook; null where it was added. */
    @Nullable
    SheetPair at(int place) {
        return byPlace.get(place);
    }

    /** The sheet that a formula of the old workbook names, {@code 'P&L'!}; null where it was removed or is none of it. */
    @Nullable
    SheetPair old(String token) {
        return byOldName.get(name(token));
    }

    @Nullable
    SheetPair now(String token) {
        return byNewName.get(name(token));
    }

    /** The sheets that a formula of the new workbook names, {@code Jan:Dec!}; null where they are none of it. */
    @Nullable
    Span span(String token) {
        String name = name(token);
        Integer place = newPlaces.get(name);
        if (place != null) {
            return new Span(place, place);
        }
        int colon = name.indexOf(':');
        Integer first = colon < 0 ? null : newPlaces.get(name.substring(0, colon));
        Integer last = colon < 0 ? null : newPlaces.get(name.substring(colon + 1));
        return first == null || last == null ? null : new Span(Math.min(first, last), Math.max(first, last));
    }

    /** The token without its exclamation mark and quotes. */
    private static String name(String token) {
        String name = token.substring(0, token.length() - 1);
        if (name.length() > 1 && name.startsWith("'") && name.endsWith("'")) {
            name = name.substring(1, name.length() - 1).replace("''", "'");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    /** Of the new workbook's sheets that stay, those that are no longer between the same ones. */
    static List<SheetPair> moved(List<SheetPair> pairs) {
        List<SheetPair> inNewOrder = new ArrayList<>(pairs);
        inNewOrder.sort((left, right) -> Integer.compare(left.after(), right.after()));
        int count = inNewOrder.size();
        int[] longest = new int[count];
        int[] next = new int[count];
        int start = -1;
        for (int at = count - 1; at >= 0; at--) {
            longest[at] = 1;
            next[at] = -1;
            for (int later = at + 1; later < count; later++) {
                if (inNewOrder.get(later).before() > inNewOrder.get(at).before() && longest[later] + 1 > longest[at]) {
                    longest[at] = longest[later] + 1;
                    next[at] = later;
                }
            }
            start = start < 0 || longest[at] >= longest[start] ? at : start;
        }
        List<SheetPair> moved = new ArrayList<>(inNewOrder);
        for (int at = start; at >= 0; at = next[at]) {
            moved.remove(inNewOrder.get(at));
        }
        return moved;
    }
}
