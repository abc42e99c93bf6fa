package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.difference.DefinedNames.DefinedName;
import com.zenithcapital.workbook.difference.Movement.Output;
import com.zenithcapital.workbook.difference.Precedents.Area;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.sheet.CellCursor;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.verdict.Shortened;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The results that a reader of the model looks at: what has a name, and where calculations end; before and after. */
final class Outputs {

    private static final int MOST = 1_000;
    private static final int LONGEST_TEXT = 256;

    /** A cell of the new workbook. In reading order: by sheet, row, column. */
    private record Cell(int place, int row, int column) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            int sheets = Integer.compare(place, other.place);
            int rows = sheets != 0 ? sheets : Integer.compare(row, other.row);
            return rows != 0 ? rows : Integer.compare(column, other.column);
        }
    }

    private final Map<Cell, String> cells = new TreeMap<>();
    private long count;

    private Outputs() {}

    static Outputs of(
            Downstream downstream, Precedents precedents, Map<String, DefinedName> names, List<SheetPart> sheets) {
        Outputs outputs = new Outputs();
        names.forEach((key, name) -> {
            List<Area> areas = precedents.named(key);
            if (areas.size() == 1
                    && areas.getFirst().range().cells() == 1
                    && areas.getFirst().sheets().first()
                            == areas.getFirst().sheets().last()) {
                CellRange range = areas.getFirst().range();
                Cell cell = new Cell(areas.getFirst().sheets().first(), range.top(), range.left());
                if (downstream.hasMoved(cell.place(), cell.row(), cell.column())) {
                    outputs.add(cell, name.name());
                }
            }
        });
        for (int place = 0; place < sheets.size(); place++) {
            int at = place;
            downstream.ends(place, (row, column) -> outputs.add(new Cell(at, row, column), ""));
        }
        return outputs;
    }

    private void add(Cell cell, String name) {
        if (cells.containsKey(cell)) {
            return;
        }
        count++;
        if (cells.size() < MOST) {
            cells.put(cell, name);
        }
    }

    long count() {
        return count;
    }

    /** Reads the sheets that have some once more, as far as the last of them. */
    List<Output> read(OpenWorkbook old, OpenWorkbook now, List<SheetPair> pairs) {
        Map<Integer, Map<Long, Cell>> bySheet = new TreeMap<>();
        for (Cell cell : cells.keySet()) {
            bySheet.computeIfAbsent(cell.place(), place -> new HashMap<>()).put(key(cell.row(), cell.column()), cell);
        }
        Map<Cell, CellDraft.State> before = new HashMap<>();
        Map<Cell, CellDraft.State> after = new HashMap<>();
        for (SheetPair pair : pairs) {
            Map<Long, Cell> wanted = bySheet.getOrDefault(pair.after(), Map.of());
            if (!wanted.isEmpty()) {
                Map<Long, Cell> wantedOfOld = new HashMap<>();
                for (Cell cell : wanted.values()) {
                    wantedOfOld.put(
                            key(pair.rows().toOld(cell.row()), pair.columns().toOld(cell.column())), cell);
                }
                read(now, pair.now(), wanted, after);
                read(old, pair.old(), wantedOfOld, before);
            }
        }
        SharedStrings oldTexts = old.texts(strings(before.values()));
        SharedStrings newTexts = now.texts(strings(after.values()));
        List<Output> outputs = new ArrayList<>();
        cells.forEach((cell, name) -> outputs.add(new Output(
                now.sheets().get(cell.place()).name(),
                CellRange.columnName(cell.column()) + cell.row(),
                name.isEmpty() ? null : name,
                text(before.get(cell), oldTexts),
                text(after.get(cell), newTexts))));
        return outputs;
    }

    private static void read(
            OpenWorkbook workbook, SheetPart sheet, Map<Long, Cell> wanted, Map<Cell, CellDraft.State> found) {
        Set<Long> left = new HashSet<>(wanted.keySet());
        try (OpenWorkbook.Cells cells = workbook.open(sheet)) {
            CellCursor cell = cells.cursor();
            while (!left.isEmpty() && cell.next()) {
                long key = key(cell.row(), cell.column());
                Cell of = left.remove(key) ? wanted.get(key) : null;
                if (of != null) {
                    String value = cell.hasValue()
                            ? Shortened.to(LONGEST_TEXT, cell.value().toString())
                            : null;
                    found.put(of, new CellDraft.State(null, value, cell.kind(), ""));
                }
            }
        }
    }

    private static long key(int row, int column) {
        return (long) row << 20 | column;
    }

    private static int[] strings(Collection<CellDraft.State> states) {
        return states.stream().flatMapToInt(CellDraft.State::string).toArray();
    }

    private static @Nullable String text(CellDraft.@Nullable State state, SharedStrings texts) {
        return state == null ? null : state.text(texts);
    }
}
