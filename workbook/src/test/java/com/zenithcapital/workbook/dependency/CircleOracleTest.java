package com.zenithcapital.workbook.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.dependency.CircularReferences.Limits;
import com.zenithcapital.workbook.dependency.CircularReferences.Own;
import com.zenithcapital.workbook.sheet.CellRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small workbooks by chance, whose circles are found once more in the plainest way: every cell, every cell that it
 * reads, and what can be reached from there. Formulas are copied over rectangles, as people do, and overwrite each other.
 */
class CircleOracleTest {

    private static final int CASES = 2_000;
    private static final int SIZE = 7;
    private static final String[] SHEETS = {"One", "It's"};
    private static final Limits NO_SEARCH = new Limits(1_000_000, 10_000, 1_000_000, 0, 0);

    /** A line, or how many lines away it is. */
    private record Line(boolean relative, int number) {

        int of(int own) {
            return relative ? own + number : number;
        }
    }

    private record Reference(int sheet, boolean range, Line top, Line left, Line bottom, Line right) {

        List<Place> cells(Place own) {
            List<Place> cells = new ArrayList<>();
            int firstRow = top.of(own.row());
            int firstColumn = left.of(own.column());
            int lastRow = range ? bottom.of(own.row()) : firstRow;
            int lastColumn = range ? right.of(own.column()) : firstColumn;
            for (int row = Math.min(firstRow, lastRow); row <= Math.max(firstRow, lastRow); row++) {
                for (int column = Math.min(firstColumn, lastColumn);
                        column <= Math.max(firstColumn, lastColumn);
                        column++) {
                    cells.add(new Place(sheet, row, column));
                }
            }
            return cells;
        }

        boolean fits(Place own) {
            return cells(own).stream()
                    .allMatch(cell ->
                            cell.row() >= 1 && cell.column() >= 1 && cell.row() <= SIZE && cell.column() <= SIZE);
        }

        String text(Place own) {
            String sheetName = sheet == own.sheet() ? "" : sheet == 0 ? "One!" : "'It''s'!";
            String first = corner(top, left, own);
            return range ? "SUM(" + sheetName + first + ":" + corner(bottom, right, own) + ")" : sheetName + first;
        }

        private static String corner(Line row, Line column, Place own) {
            return (column.relative() ? "" : "$")
                    + CellRange.columnName(column.of(own.column()))
                    + (row.relative() ? "" : "$")
                    + row.of(own.row());
        }
    }

    private final Map<Place, Set<Place>> reads = new HashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void circles_are_those_that_going_through_every_cell_finds(int seed) {
        Random random = new Random(seed);
        int circular = 0;
        int proved = 0;
        for (int number = 0; number < CASES; number++) {
            Model model = model(random, seed % 2 == 0);
            Set<Place> own = new TreeSet<>();
            reads.forEach((cell, read) -> {
                if (read.contains(cell)) {
                    own.add(cell);
                }
            });
            List<Place> starts = starts();

            CircularReferences found = model.circles(Limits.DEFAULT);
            CircularReferences byOrder = model.circles(NO_SEARCH);

            String shown = number + " " + model.cells(0) + model.cells(1);
            assertThat(found.isComplete()).as(shown).isTrue();
            assertThat(found.loops().stream()
                            .flatMap(loops -> loops.ranges().stream()
                                    .flatMap(range -> cells(loops.start().sheet(), range).stream()))
                            .sorted())
                    .as(shown)
                    .containsExactlyElementsOf(starts);
            assertThat(cells(found.own())).as(shown).isSubsetOf(own);
            assertThat(found.own().isEmpty()).as(shown).isEqualTo(own.isEmpty());
            found.loops().forEach(loops -> assertThat(isCircle(loops)).as(shown).isTrue());
            assertThat(byOrder.isComplete() && !starts.isEmpty()).as(shown).isFalse();
            circular += starts.isEmpty() ? 0 : 1;
            proved += byOrder.isComplete() ? 1 : 0;
        }
        // The cases must be of every kind, and order must settle many of them.
        assertThat(circular).isBetween(CASES / 10, CASES * 9 / 10);
        assertThat(proved).isBetween(CASES / 10, CASES * 9 / 10);
    }

    /** Whether each cell of a way reads the next, and the last one the first. */
    private boolean isCircle(CircularReferences.Loops loops) {
        Place at = loops.start();
        for (Place next : loops.way()) {
            if (!reads.getOrDefault(at, Set.of()).contains(next)) {
                return false;
            }
            at = next;
        }
        return loops.way().isEmpty() || reads.getOrDefault(at, Set.of()).contains(loops.start());
    }

    private static Set<Place> cells(List<Own> own) {
        Set<Place> cells = new TreeSet<>();
        own.forEach(some -> cells.addAll(cells(some.sheet(), some.range())));
        return cells;
    }

    private static List<Place> cells(int sheet, CellRange range) {
        List<Place> cells = new ArrayList<>();
        for (int row = range.top(); row <= range.bottom(); row++) {
            for (int column = range.left(); column <= range.right(); column++) {
                cells.add(new Place(sheet, row, column));
            }
        }
        return cells;
    }

    private Model model(Random random, boolean ordered) {
        Model model = new Model(SHEETS);
        reads.clear();
        int fills = 1 + random.nextInt(6);
        for (int fill = 0; fill < fills; fill++) {
            int sheet = random.nextInt(SHEETS.length);
            List<Reference> references = new ArrayList<>();
            for (int count = random.nextInt(3); count >= 0; count--) {
                references.add(reference(random, ordered));
            }
            int top = 1 + random.nextInt(SIZE);
            int left = 1 + random.nextInt(SIZE);
            int bottom = Math.min(SIZE, top + random.nextInt(4));
            int right = Math.min(SIZE, left + random.nextInt(5));
            for (int row = top; row <= bottom; row++) {
                for (int column = left; column <= right; column++) {
                    Place place = new Place(sheet, row, column);
                    if (references.stream().allMatch(reference -> reference.fits(place))) {
                        put(model, place, references);
                    }
                }
            }
        }
        // What is read and holds no formula leads nowhere.
        reads.values().forEach(read -> read.retainAll(Set.copyOf(reads.keySet())));
        return model;
    }

    private void put(Model model, Place place, List<Reference> references) {
        StringBuilder formula = new StringBuilder("=1");
        Set<Place> read = new HashSet<>();
        for (Reference reference : references) {
            formula.append('+').append(reference.text(place));
            read.addAll(reference.cells(place));
        }
        model.put(place.sheet(), place.row(), place.column(), formula.toString());
        reads.put(place, read);
    }

    /** {@code ordered}: mostly of earlier columns, as in a model along the time. */
    private static Reference reference(Random random, boolean ordered) {
        return new Reference(
                random.nextInt(SHEETS.length),
                random.nextInt(3) == 0,
                line(random, false),
                line(random, ordered),
                line(random, false),
                line(random, ordered));
    }

    private static Line line(Random random, boolean ordered) {
        if (ordered) {
            return new Line(true, random.nextInt(8) == 0 ? 1 : -random.nextInt(3));
        }
        return random.nextInt(3) == 0
                ? new Line(false, 1 + random.nextInt(SIZE))
                : new Line(true, random.nextInt(5) - 2);
    }

    /** The first cell of each set of cells that can be reached from each other. */
    private List<Place> starts() {
        Map<Place, Set<Place>> reached = new HashMap<>();
        reads.keySet().forEach(cell -> reached.put(cell, reached(cell)));
        List<Place> starts = new ArrayList<>();
        for (Place cell : new TreeSet<>(reads.keySet())) {
            Set<Place> circle = new TreeSet<>();
            for (Place other : reached.getOrDefault(cell, Set.of())) {
                if (!other.equals(cell) && reached.getOrDefault(other, Set.of()).contains(cell)) {
                    circle.add(other);
                }
            }
            if (circle.stream().anyMatch(other -> other.compareTo(cell) > 0)
                    && circle.stream().noneMatch(other -> other.compareTo(cell) < 0)) {
                starts.add(cell);
            }
        }
        return starts;
    }

    private Set<Place> reached(Place from) {
        Set<Place> seen = new HashSet<>();
        List<Place> open = new ArrayList<>(reads.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            Place next = open.removeLast();
            if (seen.add(next)) {
                open.addAll(reads.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    @Test
    void the_oracle_finds_a_circle_and_no_other() {
        Place first = new Place(0, 1, 1);
        Place second = new Place(0, 1, 2);
        Place third = new Place(0, 1, 3);
        reads.put(first, Set.of(second));
        reads.put(second, Set.of(first, third));
        reads.put(third, Set.of(third));

        assertThat(starts()).containsExactly(first);
    }
}
