package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.testing.WorkbookBuilder;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells in these grids: a number is one, a text that begins with = is a formula, - is none. */
class FormulaFindingsTest {

    private static List<String> findings(String... rows) {
        StringBuilder xml = new StringBuilder();
        for (int row = 1; row <= rows.length; row++) {
            xml.append("<row r=\"%d\">".formatted(row));
            String[] cells = rows[row - 1].trim().split("\\s+");
            for (int column = 0; column < cells.length; column++) {
                String place = "%c%d".formatted('A' + column, row);
                if (cells[column].startsWith("=")) {
                    xml.append("<c r=\"%s\"><f>%s</f><v>1</v></c>".formatted(place, cells[column].substring(1)));
                } else if (!cells[column].equals("-")) {
                    xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, cells[column]));
                }
            }
            xml.append("</row>");
        }
        return findings(xml.toString(), Rule.INCONSISTENT_FORMULA);
    }

    private static List<String> findings(String rows, Rule rule) {
        Inspection inspection = inspect(WorkbookBuilder.withRows(rows).toBytes());
        accepted(inspection);
        return inspection.findings().stream()
                .filter(finding -> finding.rule() == rule)
                .map(finding -> finding.range() + " " + finding.message())
                .toList();
    }

    @Test
    void a_formula_that_breaks_its_row_is_found() {
        assertThat(findings("1 1 1 1 1", "=A1*2 =B1*2 =C1*3 =D1*2 =E1*2"))
                .containsExactly("C2 One cell holds another formula than the equal ones on both sides.");
    }

    @Test
    void a_formula_that_breaks_its_column_is_found_in_the_first_and_last_rows_too() {
        assertThat(findings("1 =A1", "1 =A2+A9", "1 =A3", "1 =A4", "1 =A$4", "1 =A6"))
                .containsExactly(
                        "B2 One cell holds another formula than the equal ones on both sides.",
                        "B5 One cell holds another formula than the equal ones on both sides.");
    }

    @Test
    void a_number_typed_over_a_formula_is_found() {
        assertThat(findings("1 1 1 1", "=A1 =B1 77 =D1"))
                .containsExactly("C2 One cell holds a number between equal formulas.");
    }

    @Test
    void a_column_of_numbers_among_formulas_is_meant() {
        assertThat(findings("1 1 1 1", "=A1 =B1 77 =D1", "=A2 =B2 78 =D2")).isEmpty();
    }

    @Test
    void totals_among_months_are_meant() {
        assertThat(findings(
                        "1 1 1 1 1 1 1", "=A1 =B1 =C1 =SUM(A2:C2) =E1 =F1 =G1", "=A1 =B1 =C1 =SUM(A3:C3) =E1 =F1 =G1"))
                .isEmpty();
    }

    @Test
    void growth_between_amounts_is_meant_in_a_single_row_and_a_single_column() {
        assertThat(findings("1 1 1 1 1 1", "=A1 =A2/B9 =C1 =C2/D9 =E1 =E2/F9")).isEmpty();
        assertThat(findings("1 =A1", "1 =B1/B9", "1 =A3", "1 =B3/B11", "1 =A5")).isEmpty();
    }

    @Test
    void inputs_between_inputs_and_formulas_apart_are_not_compared() {
        assertThat(findings("=A9 7 7 =D9", "=A9 - =B8 - =E9", "- - -", "=A7 - - =D6"))
                .isEmpty();
    }

    @Test
    void a_gap_of_rows_parts_a_column() {
        String rows = "<row r=\"1\"><c r=\"B1\"><f>A1</f></c></row><row r=\"3\"><c r=\"B3\"><f>A4</f></c></row>"
                + "<row r=\"5\"><c r=\"B5\"><f>A5</f></c></row>";

        assertThat(findings(rows, Rule.INCONSISTENT_FORMULA)).isEmpty();
    }

    @Test
    void a_shared_formula_is_compared_as_the_cells_own() {
        String rows = "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"0\" ref=\"A1:E1\">A9*7</f></c>"
                + "<c r=\"B1\"><f t=\"shared\" si=\"0\"/></c><c r=\"C1\"><v>5</v></c>"
                + "<c r=\"D1\"><f t=\"shared\" si=\"0\"/></c><c r=\"E1\"><f>E9*7</f></c></row>";

        assertThat(findings(rows, Rule.INCONSISTENT_FORMULA))
                .containsExactly("C1 One cell holds a number between equal formulas.");
        assertThat(findings(rows, Rule.HARD_CODED_NUMBER))
                .containsExactly(
                        "A1:B1 Each of 2 cells has a number in its formula.",
                        "D1:E1 Each of 2 cells has a number in its formula.");
    }

    @Test
    void cells_out_of_order_are_not_compared() {
        String rows = "<row r=\"1\"><c r=\"C1\"><f>C9</f></c><c r=\"A1\"><f>A9</f></c><c r=\"B1\"><v>1</v></c></row>";

        assertThat(findings(rows, Rule.INCONSISTENT_FORMULA)).isEmpty();
    }

    @Test
    void the_findings_carry_their_severity() {
        assertThat(Rule.INCONSISTENT_FORMULA.severity()).hasToString("WARNING");
        assertThat(new Finding(Rule.HARD_CODED_NUMBER, null, null, "").rule().slug())
                .isEqualTo("hard-coded-number");
    }
}
