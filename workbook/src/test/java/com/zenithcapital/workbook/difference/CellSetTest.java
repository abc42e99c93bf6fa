package com.zenithcapital.workbook.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.sheet.CellRange;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellSetTest {

    private record Cell(int row, int column) {

        boolean isIn(CellRange range) {
            return row >= range.top() && row <= range.bottom() && column >= range.left() && column <= range.right();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_says_what_a_set_of_cells_says(long seed) {
        Random random = new Random(seed);
        CellSet cells = new CellSet(100_000);
        Set<Cell> expected = new HashSet<>();
        for (int step = 0; step < 400; step++) {
            Cell cell = new Cell(1 + random.nextInt(900), 1 + random.nextInt(5));
            cells.add(cell.row(), cell.column());
            expected.add(cell);
            int top = 1 + random.nextInt(900);
            int left = 1 + random.nextInt(5);
            CellRange range = new CellRange(top, left, top + random.nextInt(300), left + random.nextInt(2));
            assertThat(cells.meets(range)).isEqualTo(expected.stream().anyMatch(one -> one.isIn(range)));
            if (step % 20 == 0) {
                cells.removeAll(range);
                expected.removeIf(one -> one.isIn(range));
            }
            assertThat(cells.contains(cell.row(), cell.column())).isEqualTo(expected.contains(cell));
            assertThat(cells.cells()).isEqualTo(expected.size());
        }
        Set<Cell> visited = new HashSet<>();
        cells.forEach((row, column) -> visited.add(new Cell(row, column)));
        assertThat(visited).isEqualTo(expected);
    }

    @Test
    void the_last_cell_of_the_largest_sheet_has_its_place() {
        CellSet cells = new CellSet(100);

        cells.add(CellRange.ROWS, CellRange.COLUMNS);

        assertThat(cells.meets(new CellRange(1, 1, CellRange.ROWS, CellRange.COLUMNS)))
                .isTrue();
        assertThat(cells.meets(new CellRange(1, 1, CellRange.ROWS - 1, CellRange.COLUMNS)))
                .isFalse();
    }

    @Test
    void beyond_its_room_it_says_that_it_is_not_complete() {
        CellSet cells = new CellSet(100);

        for (int row = 1; row < 100_000; row += 300) {
            cells.add(row, 7);
        }

        assertThat(cells.isComplete()).isFalse();
        assertThat(cells.cells()).isBetween(1L, 100L);
    }
}
