package com.zenithcapital.workbook.difference;

import static com.zenithcapital.workbook.difference.Comparing.compare;
import static com.zenithcapital.workbook.difference.Comparing.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and columns that were inserted or deleted are one difference each, whatever follows them. */
class AlignmentTest {

    private static SheetModel sheetOf(int rows, int columns, Random random) {
        String[] lines = new String[rows];
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder("label " + row);
            for (int column = 1; column < columns; column++) {
                line.append('|').append(random.nextInt(1_000_000));
            }
            lines[row] = line.toString();
        }
        return SheetModel.of(lines);
    }

    @Test
    void a_row_inserted_into_a_hundred_thousand_is_one_difference() {
        StringBuilder old = new StringBuilder();
        StringBuilder now = new StringBuilder();
        String line = "<row r=\"%d\"><c r=\"A%1$d\"><v>%d</v></c><c r=\"B%1$d\"><f>A%1$d*A$1+A%d</f><v>1</v></c></row>";
        for (int row = 1; row <= 100_000; row++) {
            old.append(line.formatted(row, row * 7, Math.max(1, row - 1)));
            int at = row > 50_000 ? row + 1 : row;
            now.append(line.formatted(at, row * 7, at == 50_002 ? 50_000 : Math.max(1, at - 1)));
            if (row == 50_000) {
                now.append("<row r=\"50001\"><c r=\"A50001\"><v>5</v></c></row>");
            }
        }

        SheetDifference sheet =
                sheet(compare(WorkbookBuilder.withRows(old.toString()), WorkbookBuilder.withRows(now.toString())));

        assertThat(sheet.rows().inserted()).containsExactly("50001");
        assertThat(sheet.rows().deleted()).isEmpty();
        assertThat(sheet.differingCells()).isZero();
        assertThat(sheet.columns().isEmpty()).isTrue();
    }

    /** Nothing but formulas, 24 kinds of rows again and again: none is alone, and they are too many to try all. */
    @Test
    void rows_inserted_far_apart_among_rows_that_repeat_are_two_differences() {
        SheetModel old = SheetModel.of(IntStream.range(0, 6_000)
                .mapToObj(row -> "=$C$1*%d %d|=$C$1+%d 1".formatted(row % 24, row % 24, row % 24))
                .toArray(String[]::new));
        SheetModel now = old.copy();
        now.insertRow(5_001, "second|2");
        now.insertRow(1_001, "first|1");
        now.set(3_001, 1, "changed");

        SheetDifference sheet = sheet(compare(old, now));

        assertThat(sheet.rows().inserted()).containsExactly("1001", "5002");
        assertThat(sheet.rows().deleted()).isEmpty();
        assertThat(sheet.cells()).extracting(CellDifference::after).containsExactly("A3001");
    }

    @Test
    void an_inserted_column_is_one_difference_and_formulas_follow_it() {
        SheetModel old = SheetModel.of("a|1|2|=B1+C1 3", "b|4|5|=SUM(B2:C2) 9", "c|6|7|=$B$3*C3 42", "d|8|9|=B4 8");
        SheetModel now =
                SheetModel.of("a|1|n1|2|=B1+D1 3", "b|4|n2|5|=SUM(B2:D2) 9", "c|6|n3|7|=$B$3*D3 42", "d|8|n4|9|=B4 8");

        SheetDifference sheet = sheet(compare(old, now));

        assertThat(sheet.columns().inserted()).containsExactly("C");
        assertThat(sheet.columns().deleted()).isEmpty();
        assertThat(sheet.rows().isEmpty()).isTrue();
        assertThat(sheet.cells()).isEmpty();
    }

    @Test
    void a_row_that_was_deleted_leaves_a_reference_to_it_that_differs() {
        SheetModel old = SheetModel.of("a|1|=B3 3", "b|2|=SUM(B1:B4) 10", "gone|3|", "d|4|=B4 4");
        SheetModel now = SheetModel.of("a|1|=#REF! 0", "b|2|=SUM(B1:B3) 7", "d|4|=B3 4");

        Difference difference = compare(old, now);

        SheetDifference sheet = sheet(difference);
        assertThat(sheet.rows().deleted()).containsExactly("3");
        assertThat(sheet.cells()).extracting(CellDifference::after).containsExactly("C1");
        // The sum reads as before and means less: that is where it moved, and no accident.
        assertThat(sheet.recalculated()).isEqualTo(1);
        assertThat(difference.movement())
                .isEqualTo(new Movement(true, 1, 0, List.of(new Movement.Output("Model", "C2", null, "10", "7")), 1));
    }

    @Test
    void rows_added_at_the_end_are_one_difference_and_whole_sums_still_the_same() {
        SheetModel old = SheetModel.of("a|1|=SUM(B1:B100) 6", "b|2|", "c|3|");
        SheetModel now = SheetModel.of("a|1|=SUM(B1:B100) 15", "b|2|", "c|3|", "d|4|", "e|5|");

        Difference difference = compare(old, now);

        assertThat(sheet(difference).rows().inserted()).containsExactly("4:5");
        assertThat(sheet(difference).cells()).isEmpty();
        assertThat(difference.movement().cells()).isEqualTo(1);
    }

    @Test
    void a_blank_row_counts_as_one() {
        SheetModel old = SheetModel.of("a|1", "b|2", "c|=B2 2");
        SheetModel now = SheetModel.of("a|1", "", "b|2", "c|=B3 2");

        SheetDifference sheet = sheet(compare(old, now));

        assertThat(sheet.rows().inserted()).containsExactly("2");
        assertThat(sheet.cells()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void random_edits_are_named_and_nothing_else(long seed) {
        Random random = new Random(seed);
        SheetModel old = sheetOf(20 + random.nextInt(200), 3 + random.nextInt(10), random);
        SheetModel now = old.copy();
        int height = old.height();
        // Far apart, so that each is an edit of its own.
        TreeMap<Integer, String> edits = new TreeMap<>();
        for (int row = 2; row < height - 2; row += 3 + random.nextInt(20)) {
            edits.put(row, new String[] {"insert", "delete", "value"}[random.nextInt(3)]);
        }
        int inserted = 0;
        int deleted = 0;
        int values = 0;
        for (Map.Entry<Integer, String> edit : edits.descendingMap().entrySet()) {
            int row = edit.getKey();
            switch (edit.getValue()) {
                case "insert" -> {
                    now.insertRow(row, "inserted " + row + "|1|2");
                    inserted++;
                }
                case "delete" -> {
                    now.deleteRow(row);
                    deleted++;
                }
                default -> {
                    now.set(row, 2, "9999999");
                    values++;
                }
            }
        }
        boolean column = random.nextBoolean();
        if (column) {
            now = withColumn(now);
        }

        SheetDifference sheet = sheet(compare(old, now));

        assertThat(sheet.rows().insertedCount()).isEqualTo(inserted);
        assertThat(sheet.rows().deletedCount()).isEqualTo(deleted);
        assertThat(sheet.columns().inserted()).hasSize(column ? 1 : 0);
        assertThat(sheet.cells())
                .hasSize(values)
                .allSatisfy(cell -> assertThat(cell.change()).isEqualTo(CellDifference.Change.VALUE));
    }

    private static SheetModel withColumn(SheetModel sheet) {
        sheet.insertColumn(3, "note ");
        return sheet;
    }

    @Test
    void the_corners_of_the_largest_sheet_are_compared() {
        String row = "<row r=\"%d\"><c r=\"%s%1$d\"><v>%d</v></c></row>";
        String old = row.formatted(1, "A", 1) + row.formatted(CellRange.ROWS, "XFD", 2);
        String now = row.formatted(1, "A", 1) + row.formatted(CellRange.ROWS, "XFD", 3);

        SheetDifference sheet = sheet(compare(WorkbookBuilder.withRows(old), WorkbookBuilder.withRows(now)));

        assertThat(sheet.cells()).extracting(CellDifference::after).containsExactly("XFD1048576");
        assertThat(sheet.rows().isEmpty()).isTrue();
    }

    @Test
    void rows_of_all_columns_are_compared() {
        StringBuilder old = new StringBuilder("<row r=\"1\">");
        StringBuilder now = new StringBuilder("<row r=\"1\">");
        for (int column = 1; column <= CellRange.COLUMNS; column++) {
            String cell = "<c r=\"" + CellRange.columnName(column) + "1\"><v>%d</v></c>";
            old.append(cell.formatted(column));
            now.append(cell.formatted(column == 9_000 ? 7 : column));
        }

        SheetDifference sheet =
                sheet(compare(WorkbookBuilder.withRows(old + "</row>"), WorkbookBuilder.withRows(now + "</row>")));

        assertThat(sheet.cells()).hasSize(1);
        assertThat(sheet.columns().isEmpty()).isTrue();
    }

    @Test
    void cells_in_no_order_are_said_to_be_not_compared() {
        String old = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>";
        String now = "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

        SheetDifference sheet = sheet(compare(WorkbookBuilder.withRows(old), WorkbookBuilder.withRows(now)));

        assertThat(sheet.compared()).isFalse();
        assertThat(sheet.cells()).isEmpty();
    }
}
