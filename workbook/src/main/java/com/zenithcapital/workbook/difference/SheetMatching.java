package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.inspection.InParallel;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.ooxml.SheetPart.Kind;
import com.zenithcapital.workbook.sheet.CellRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Finds which sheets of two workbooks are the same, by name or else by content, and aligns their rows and columns. */
final class SheetMatching {

    private static final LineMap SAME_ROWS = LineMap.identity(CellRange.ROWS);
    private static final LineMap SAME_COLUMNS = LineMap.identity(CellRange.COLUMNS);

    private final OpenWorkbook old;
    private final OpenWorkbook now;
    /** Pieces that all maps together may still have. Past that, sheets are compared row by row where they stand. */
    private int runs = 1_000_000;

    SheetMatching(OpenWorkbook old, OpenWorkbook now) {
        this.old = old;
        this.now = now;
    }

    /** In the new workbook's order. */
    List<SheetPair> match() throws IOException {
        Map<String, Integer> oldPlaces = new HashMap<>();
        for (int place = 0; place < old.sheets().size(); place++) {
            oldPlaces.put(name(old.sheets().get(place)), place);
        }
        int[] partners = new int[now.sheets().size()];
        List<Integer> added = new ArrayList<>();
        for (int place = 0; place < partners.length; place++) {
            SheetPart sheet = now.sheets().get(place);
            Integer partner = oldPlaces.get(name(sheet));
            boolean same = partner != null && old.sheets().get(partner).kind() == sheet.kind();
            partners[place] = same ? partner : -1;
            if (same) {
                oldPlaces.remove(name(sheet));
            } else {
                added.add(place);
            }
        }
        matchByContent(List.copyOf(oldPlaces.values()), added, partners);
        List<SheetPair> pairs = new ArrayList<>();
        for (int place = 0; place < partners.length; place++) {
            if (partners[place] >= 0) {
                pairs.add(pair(partners[place], place));
            }
        }
        return pairs;
    }

    private static String name(SheetPart sheet) {
        return sheet.name().toLowerCase(Locale.ROOT);
    }

    /** Renamed sheets; a blank one says nothing about which it was. */
    private void matchByContent(List<Integer> removed, List<Integer> added, int[] partners) {
        if (removed.isEmpty() || added.isEmpty()) {
            return;
        }
        Map<Long, Integer> byContent = new HashMap<>();
        for (int place : removed) {
            SheetPart sheet = old.sheets().get(place);
            if (sheet.kind() == Kind.WORKSHEET) {
                SheetSketch sketch = sketch(old, sheet, IntUnaryOperator.identity());
                if (sketch.cells() > 0) {
                    byContent.put(sketch.content(), place);
                }
            }
        }
        for (int place : added) {
            SheetPart sheet = now.sheets().get(place);
            if (sheet.kind() == Kind.WORKSHEET) {
                Integer partner = byContent.remove(
                        sketch(now, sheet, IntUnaryOperator.identity()).content());
                partners[place] = partner == null ? -1 : partner;
            }
        }
    }

    private SheetPair pair(int before, int after) throws IOException {
        SheetPart oldSheet = old.sheets().get(before);
        SheetPart newSheet = now.sheets().get(after);
        if (newSheet.kind() != Kind.WORKSHEET) {
            return new SheetPair(before, after, oldSheet, newSheet, SAME_ROWS, SAME_COLUMNS, false);
        }
        List<SheetSketch> sketches =
                sketches(oldSheet, IntUnaryOperator.identity(), newSheet, IntUnaryOperator.identity());
        if (!sketches.getFirst().isInOrder() || !sketches.getLast().isInOrder()) {
            return new SheetPair(before, after, oldSheet, newSheet, SAME_ROWS, SAME_COLUMNS, false);
        }
        LineMap columns = ColumnAlignment.of(
                sketches.getFirst().columns(), sketches.getLast().columns());
        if (!columns.isIdentity()) {
            // Rows are alike where the columns that both have are.
            sketches = sketches(
                    oldSheet,
                    column -> columns.isDeleted(column) ? LineMap.NONE : columns.toNew(column),
                    newSheet,
                    column -> columns.isInserted(column) ? LineMap.NONE : column);
        }
        LineMap rows =
                RowAlignment.of(sketches.getFirst().rows(), sketches.getLast().rows());
        if (rows.runs() + columns.runs() > runs) {
            return new SheetPair(before, after, oldSheet, newSheet, SAME_ROWS, SAME_COLUMNS, true);
        }
        runs -= rows.runs() + columns.runs();
        return new SheetPair(before, after, oldSheet, newSheet, rows, columns, true);
    }

    private List<SheetSketch> sketches(
            SheetPart oldSheet, IntUnaryOperator oldColumns, SheetPart newSheet, IntUnaryOperator newColumns)
            throws IOException {
        return InParallel.run(List.of(
                new InParallel.Task<>(old.bytes(oldSheet), () -> sketch(old, oldSheet, oldColumns)),
                new InParallel.Task<>(now.bytes(newSheet), () -> sketch(now, newSheet, newColumns))));
    }

    private static SheetSketch sketch(OpenWorkbook workbook, SheetPart sheet, IntUnaryOperator columns) {
        try (OpenWorkbook.Cells cells = workbook.open(sheet)) {
            return SheetSketch.read(cells.cursor(), workbook.contents(), columns);
        }
    }
}
