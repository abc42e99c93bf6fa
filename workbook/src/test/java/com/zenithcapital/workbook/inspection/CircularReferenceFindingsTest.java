package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import com.zenithcapital.workbook.verdict.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of cells, apart by blanks: a formula begins with =, - is no cell, what else is a number. */
class CircularReferenceFindingsTest {

    static String rows(String... rows) {
        StringBuilder xml = new StringBuilder();
        for (int row = 1; row <= rows.length; row++) {
            xml.append("<row r=\"%d\">".formatted(row));
            String[] cells = rows[row - 1].trim().split("\\s+");
            for (int column = 1; column <= cells.length; column++) {
                String content = cells[column - 1];
                String place = CellRange.columnName(column) + row;
                if (content.startsWith("=")) {
                    xml.append("<c r=\"%s\"><f>%s</f><v>1</v></c>".formatted(place, content.substring(1)));
                } else if (!content.equals("-")) {
                    xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, content));
                }
            }
            xml.append("</row>");
        }
        return xml.toString();
    }

    private static List<String> findings(WorkbookBuilder workbook) {
        Inspection inspection = inspect(workbook.toBytes());
        accepted(inspection);
        return inspection.findings().stream()
                .filter(finding -> finding.rule() == Rule.CIRCULAR_REFERENCE)
                .map(finding -> finding.sheet() + "!" + finding.range() + " " + finding.message())
                .toList();
    }

    private static List<String> findings(String... rows) {
        return findings(WorkbookBuilder.withRows(rows(rows)));
    }

    @Test
    void a_sum_that_includes_its_own_cell_is_found() {
        assertThat(findings("1", "2", "=SUM(A1:A3)"))
                .containsExactly("Model!A3 One cell refers to itself in its formula.");
    }

    @Test
    void a_column_that_sums_itself_is_found() {
        assertThat(findings("1 2", "=SUM(A:A) 3"))
                .containsExactly("Model!A2 One cell refers to itself in its formula.");
        assertThat(findings("1 2", "=SUM(B:B) 3")).isEmpty();
    }

    @Test
    void copies_of_a_formula_on_itself_are_one_finding() {
        assertThat(findings("=A1+1 =B1+1 =C1+1"))
                .containsExactly("Model!A1:C1 Each of 3 cells refers to itself in its formula.");
    }

    @Test
    void of_copies_only_those_that_reach_themselves_are_found() {
        assertThat(findings("=SUM($C$1:$D$1) =SUM($C$1:$D$1) =SUM($C$1:$D$1)"))
                .containsExactly("Model!C1 One cell refers to itself in its formula.");
    }

    @Test
    void two_cells_that_read_each_other_are_found() {
        assertThat(findings("=B1 =A1*2")).containsExactly("Model!A1 A1 depends on itself through B1.");
    }

    @Test
    void a_circle_across_sheets_is_found() {
        WorkbookBuilder workbook = WorkbookBuilder.withoutSheets()
                .sheet("Model", "", WorkbookBuilder.sheetData(rows("-", "='It''s'!C3")))
                .sheet("It's", "", WorkbookBuilder.sheetData(rows("1", "1", "1 1 =Model!A2")));

        assertThat(findings(workbook)).containsExactly("Model!A2 A2 depends on itself through 'It''s'!C3.");
    }

    @Test
    void a_circle_through_a_name_is_found_and_a_local_name_goes_before() {
        String rows = rows("=rate*2 =A1");

        assertThat(findings(WorkbookBuilder.withRows(rows)
                        .definedNames("<definedName name=\"Rate\">Model!$B$1</definedName>")))
                .containsExactly("Model!A1 A1 depends on itself through B1.");
        assertThat(findings(WorkbookBuilder.withRows(rows)
                        .definedNames("<definedName name=\"rate\">Model!$B$1</definedName>"
                                + "<definedName name=\"rate\" localSheetId=\"0\">Model!$C$1</definedName>")))
                .isEmpty();
    }

    @Test
    void interest_on_the_average_balance_is_a_circle_in_each_month() {
        assertThat(findings(
                        "1 1 1 1", // rate
                        "100 =A4 =B4 =C4", // opening
                        "- =B1*(B2+B4)/2 =C1*(C2+C4)/2 =D1*(D2+D4)/2", // interest
                        "9 =B2+B3 =C2+C3 =D2+D3")) // closing
                .containsExactly("Model!B3:D3 Each of 3 cells depends on itself, B3 through B4.");
    }

    @Test
    void a_long_circle_is_shortened() {
        assertThat(findings("=B1 =C1*2 =D1*3 =E1*4 =F1*5 =G1*6 =H1*7 =A1*8"))
                .containsExactly("Model!A1 A1 depends on itself through B1, C1, D1, E1, F1 and 2 more cells.");
    }

    @Test
    void iteration_is_told() {
        WorkbookBuilder workbook = WorkbookBuilder.withRows(rows("=A1"));
        String part =
                new String(workbook.toParts().getOrDefault("xl/workbook.xml", new byte[0]), StandardCharsets.UTF_8);

        assertThat(findings(workbook.part(
                        "xl/workbook.xml", part.replace("</workbook>", "<calcPr iterate=\"1\"/></workbook>"))))
                .containsExactly("Model!A1 One cell refers to itself in its formula."
                        + " Excel is set to iterate, so it does not warn.");
    }

    @Test
    void a_corkscrew_is_none() {
        assertThat(findings(
                        "5 =A3 =B3 =C3", // opening
                        "1 1 1 1", // additions
                        "=A1+A2 =B1+B2 =C1+C2 =D1+D2")) // closing
                .isEmpty();
    }

    @Test
    void running_totals_are_none() {
        assertThat(findings("1 =SUM(A$1:A1)", "2 =SUM(A$1:A2)", "3 =SUM(A$1:A3)"))
                .isEmpty();
        assertThat(findings("1 1", "=SUM(A$1:A1) 1", "=SUM(A$1:A2) 1", "=SUM(A$1:A3) 1"))
                .isEmpty();
        assertThat(findings("1 =A1+1 =B1+1 =C1+1")).isEmpty();
    }

    @Test
    void a_recursion_from_the_end_is_none() {
        assertThat(findings("1 1 1 1", "=B2+A1 =C2+B1 =D2+C1 5", "=SUM(B2:$D2) =SUM(C2:$D2) =D2 1"))
                .isEmpty();
    }

    @Test
    void a_recursion_down_and_to_the_left_is_none() {
        assertThat(findings("1 1 1 1", "=B1+A1 =C1+B1 =D1+C1 1", "=B2+A2 =C2+B2 =D2+C2 1", "=B3+A3 =C3+B3 =D3+C3 1"))
                .isEmpty();
    }

    @Test
    void what_no_order_shows_is_looked_up_cell_by_cell() {
        // Each formula reads right and left, and no cell itself in the end.
        assertThat(findings("=C1 1 =D1 =$B1", "=$D2*2 =A2 1 =$C2")).isEmpty();
    }

    @Test
    void places_and_ranges_of_which_one_cell_is_meant_are_no_circle() {
        assertThat(findings("=ROW(A1) =COLUMNS($A1:B1) =CELL(\"row\",C1)".replace("\"", "&quot;")))
                .isEmpty();
        assertThat(findings("1 1", "2 2", "=SUM(A1:INDEX(A:A,ROW()-1)) =SUM(B1:OFFSET(B3,-1,0))"))
                .isEmpty();
        // Row names: the interest of a month reads the balance of that month, which reads that of the month before.
        assertThat(findings("1 =$A$2:$D$2*2 =$A$2:$D$2*2 =$A$2:$D$2*2", "1 =A1+A2 =B1+B2 =C1+C2"))
                .isEmpty();
    }

    @Test
    void an_array_formula_is_one_for_all_its_cells() {
        String rows = "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:C1\">A2:C2*2</f><v>1</v></c>"
                + "<c r=\"B1\"><v>1</v></c><c r=\"C1\"><v>1</v></c></row>";

        assertThat(findings(WorkbookBuilder.withRows(rows + "<row r=\"2\"><c r=\"C2\"><f>B1</f></c></row>")))
                .containsExactly("Model!B1 B1 depends on itself through C2.");
        assertThat(findings(WorkbookBuilder.withRows(rows + "<row r=\"2\"><c r=\"D2\"><f>B1</f></c></row>")))
                .isEmpty();
    }

    @Test
    void shared_formulas_are_followed() {
        String rows =
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f t=\"shared\" si=\"0\" ref=\"B1:D1\">A1+B2</f></c>"
                        + "<c r=\"C1\"><f t=\"shared\" si=\"0\"/></c><c r=\"D1\"><f t=\"shared\" si=\"0\"/></c></row>"
                        + "<row r=\"2\"><c r=\"C2\"><f>D1</f></c></row>";

        assertThat(findings(WorkbookBuilder.withRows(rows)))
                .containsExactly("Model!C1 C1 depends on itself through C2, D1.");
    }

    @Test
    void nothing_is_said_where_a_formula_is_not_known_or_cells_come_in_no_order() {
        String unknown = "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"7\"/></c><c r=\"B1\"><f>B1</f></c></row>";
        String disordered = "<row r=\"1\"><c r=\"B1\"><f>B1</f></c><c r=\"A1\"><f>A1+2</f></c></row>";

        assertThat(findings(WorkbookBuilder.withRows(unknown))).isEmpty();
        assertThat(findings(WorkbookBuilder.withRows(disordered))).isEmpty();
    }

    @Test
    void a_large_honest_grid_of_jagged_formulas_is_none() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 300; row++) {
            rows.append("<row r=\"%d\">".formatted(row));
            for (int column = 1; column <= 60; column++) {
                String place = CellRange.columnName(column) + row;
                // Of earlier months, of rows above and below by turns.
                int back = 1 + (row * 7 + column * 3) % 5;
                int other = 1 + (row * 31 + column / 12 * 17) % 300;
                rows.append(
                        column <= 5
                                ? "<c r=\"%s\"><v>1</v></c>".formatted(place)
                                : "<c r=\"%s\"><f>%s%d+%s%d*SUM(A%d:%s%d)</f></c>"
                                        .formatted(
                                                place,
                                                CellRange.columnName(column - back),
                                                other,
                                                CellRange.columnName(column - 1),
                                                row,
                                                other,
                                                CellRange.columnName(column - 2),
                                                row));
            }
            rows.append("</row>");
        }

        assertThat(findings(WorkbookBuilder.withRows(rows.toString()))).isEmpty();
    }

    @Test
    void past_a_bound_nothing_is_said() {
        StringBuilder rows = new StringBuilder();
        // 120,000 formulas, no two alike, the first of which reads itself.
        for (int row = 1; row <= 1_200; row++) {
            rows.append("<row r=\"%d\">".formatted(row));
            for (int column = 1; column <= 100; column++) {
                rows.append("<c r=\"%s%d\"><f>A1+%d</f></c>"
                        .formatted(CellRange.columnName(column), row, row * 100 + column));
            }
            rows.append("</row>");
        }

        assertThat(findings(WorkbookBuilder.withRows(rows.toString()))).isEmpty();
    }

    @Test
    void ranges_beyond_those_listed_are_counted() {
        String[] rows = new String[60];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row % 2 == 0 ? "=A%d*%d".formatted(row + 1, row + 2) : "-";
        }

        assertThat(findings(rows))
                .hasSize(26)
                .last()
                .isEqualTo("Model!null Elsewhere: Each of 5 cells depends on itself.");
    }
}
