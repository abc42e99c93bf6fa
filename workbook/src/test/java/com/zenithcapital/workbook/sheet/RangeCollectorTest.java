package com.zenithcapital.workbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeCollectorTest {

    private static RangeCollector collect(int most, int[]... cells) {
        RangeCollector collector = new RangeCollector(most);
        for (int[] cell : cells) {
            collector.add(cell[0], cell[1]);
        }
        return collector;
    }

    @Test
    void cells_beside_each_other_are_one_range() {
        RangeCollector collector = collect(9, new int[] {2, 2}, new int[] {2, 3}, new int[] {2, 4});

        assertThat(collector.ranges()).extracting(CellRange::toString).containsExactly("B2:D2");
    }

    @Test
    void rows_below_each_other_are_one_range() {
        RangeCollector collector = collect(
                9, new int[] {1, 1}, new int[] {1, 2}, new int[] {2, 1}, new int[] {2, 2}, new int[] {3, 1}, new int[] {
                    3, 2
                });

        assertThat(collector.ranges()).extracting(CellRange::toString).containsExactly("A1:B3");
    }

    @Test
    void a_last_row_that_is_not_full_is_a_range_of_its_own() {
        RangeCollector collector = collect(9, new int[] {1, 1}, new int[] {1, 2}, new int[] {2, 1});

        assertThat(collector.ranges()).extracting(CellRange::toString).containsExactly("A1:B1", "A2");
    }

    @Test
    void a_gap_begins_another_range() {
        RangeCollector collector = collect(9, new int[] {1, 1}, new int[] {1, 3}, new int[] {3, 1});

        assertThat(collector.ranges()).extracting(CellRange::toString).containsExactly("A1", "C1", "A3");
    }

    @Test
    void cells_past_the_limit_are_counted() {
        RangeCollector collector = collect(1, new int[] {1, 1}, new int[] {1, 3}, new int[] {1, 5});

        assertThat(collector.ranges()).hasSize(1);
        assertThat(collector.cellsBeyond()).isEqualTo(2);
    }

    @Test
    void a_range_grows_even_when_no_new_one_is_kept() {
        RangeCollector collector = collect(1, new int[] {1, 1}, new int[] {1, 3}, new int[] {2, 1});

        assertThat(collector.ranges()).extracting(CellRange::toString).containsExactly("A1:A2");
        assertThat(collector.cellsBeyond()).isEqualTo(1);
    }
}
