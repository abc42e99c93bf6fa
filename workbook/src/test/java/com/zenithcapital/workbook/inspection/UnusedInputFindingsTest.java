package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.inspection.CircularReferenceFindingsTest.rows;
import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.testing.WorkbookBuilder;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rule;
import com.zenithcapital.workbook.zip.Limits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedInputFindingsTest {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    /** B1 is used, B3 is not. */
    private static final String INPUTS = rows("- 7 =B1*2", "-", "- 9");

    private static final String B3 = "Model!B3 One cell holds a number that nothing refers to.";

    private static List<String> findings(WorkbookBuilder workbook) {
        return findings(inspect(workbook.toBytes()));
    }

    private static List<String> findings(Inspection inspection) {
        accepted(inspection);
        return inspection.findings().stream()
                .filter(finding -> finding.rule() == Rule.UNUSED_INPUT)
                .map(finding -> finding.sheet() + "!" + finding.range() + " " + finding.message())
                .toList();
    }

    private static List<String> findings(String... rows) {
        return findings(WorkbookBuilder.withRows(rows(rows)));
    }

    private static WorkbookBuilder inputs(String behindData) {
        return WorkbookBuilder.withoutSheets()
                .sheet(
                        "Model",
                        "",
                        WorkbookBuilder.sheetData(INPUTS).replace("</worksheet>", behindData + "</worksheet>"));
    }

    @Test
    void a_number_that_nothing_refers_to_is_found() {
        assertThat(findings(inputs(""))).containsExactly(B3);
    }

    @Test
    void lines_that_nothing_refers_to_are_one_range() {
        assertThat(findings("7 8 5 =SUM(A1:C1)", "5 6 9", "7 7 7"))
                .containsExactly("Model!A2:C3 Each of 6 cells holds a number that nothing refers to.");
    }

    @Test
    void of_a_run_in_a_row_all_are_used_where_one_is() {
        assertThat(findings("7 8 5 =C1*2")).isEmpty();
    }

    @Test
    void used_rows_part_a_range() {
        assertThat(findings("7", "8", "9 =A3", "6"))
                .containsExactly(
                        "Model!A1:A2 Each of 2 cells holds a number that nothing refers to.",
                        "Model!A4 One cell holds a number that nothing refers to.");
    }

    @Test
    void what_only_labels_others_is_no_input() {
        assertThat(findings("5 =A1", "-", "2024 2026 2025", "1 2 3 4", "-", "10", "11", "12", "-"))
                .isEmpty();
        WorkbookBuilder dates = WorkbookBuilder.withRows(INPUTS.replace("<c r=\"B3\">", "<c r=\"B3\" s=\"1\">"))
                .styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
        assertThat(findings(dates)).isEmpty();
    }

    @Test
    void long_columns_are_data() {
        StringBuilder data = new StringBuilder("- =A%d\n".formatted(99));
        for (int row = 0; row < 60; row++) {
            data.append(row % 7).append(".5\n");
        }
        assertThat(findings(data.append("-\n".repeat(37)).append("3").toString().split("\n")))
                .isEmpty();
    }

    @Test
    void nothing_is_said_of_sheets_of_which_no_number_is_read() {
        WorkbookBuilder workbook = inputs("").sheet("Notes", "", WorkbookBuilder.sheetData(rows("5 6 =TODAY()")));

        assertThat(findings(workbook)).containsExactly(B3);
        assertThat(findings("5 6 7")).isEmpty();
    }

    @Test
    void numbers_of_another_sheet_are_found_where_some_of_it_are_read() {
        WorkbookBuilder workbook = WorkbookBuilder.withoutSheets()
                .sheet("Model", "", WorkbookBuilder.sheetData(rows("=Inputs!A1")))
                .sheet("Inputs", "", WorkbookBuilder.sheetData(rows("5", "-", "6")));

        assertThat(findings(workbook)).containsExactly("Inputs!A3 One cell holds a number that nothing refers to.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<conditionalFormatting sqref=\"A1:A9\"><cfRule type=\"expression\" priority=\"1\"><formula>$B3&gt;5</formula></cfRule></conditionalFormatting>",
                "<conditionalFormatting sqref=\"A1:A9\"><cfRule type=\"dataBar\" priority=\"1\"><dataBar><cfvo type=\"num\" val=\"$B$3\"/></dataBar></cfRule></conditionalFormatting>",
                "<dataValidations><dataValidation sqref=\"A1\"><formula1>$B$3</formula1></dataValidation></dataValidations>",
                "<extLst><ext><sparklineGroups><sparklineGroup><sparklines><sparkline><f>Model!B1:B3</f><sqref>D1</sqref></sparkline></sparklines></sparklineGroup></sparklineGroups></ext></extLst>",
                "<scenarios><scenario name=\"low\"><inputCells r=\"B3\" val=\"2\"/></scenario></scenarios>"
            })
    void what_refers_to_cells_beside_formulas_uses_them(String xml) {
        assertThat(findings(inputs(xml))).isEmpty();
        assertThat(findings(
                        inputs(xml.replace("B$3", "B$1").replace("$B3", "$A3").replace("B3", "B1"))))
                .containsExactly(B3);
    }

    @Test
    void charts_use_their_cells() {
        String chart =
                "<c:chartSpace xmlns:c=\"c\"><c:val><c:numRef><c:f>Model!$B$%d</c:f></c:numRef></c:val></c:chartSpace>";

        assertThat(findings(inputs("").typed("xl/charts/chart1.xml", TYPE + "drawingml.chart+xml", chart.formatted(3))))
                .isEmpty();
        assertThat(findings(inputs("").typed("xl/charts/chart1.xml", TYPE + "drawingml.chart+xml", chart.formatted(1))))
                .containsExactly(B3);
    }

    @Test
    void pivot_tables_use_their_source() {
        String cache =
                "<pivotCacheDefinition><cacheSource type=\"worksheet\"><worksheetSource ref=\"A1:%s\" sheet=\"Model\"/></cacheSource></pivotCacheDefinition>";
        String type = TYPE + "spreadsheetml.pivotCacheDefinition+xml";

        assertThat(findings(inputs("").typed("xl/pivotCache/p1.xml", type, cache.formatted("C3"))))
                .isEmpty();
        assertThat(findings(inputs("").typed("xl/pivotCache/p1.xml", type, cache.formatted("C1"))))
                .containsExactly(B3);
    }

    @Test
    void tables_and_pivot_tables_are_no_inputs_and_a_table_is_known_by_its_name() {
        WorkbookBuilder table = inputs("")
                .part(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        WorkbookBuilder.relationships(WorkbookBuilder.relationship("rId1", "table", "../tables/t.xml")))
                .typed(
                        "xl/tables/t.xml",
                        TYPE + "spreadsheetml.table+xml",
                        "<table name=\"Sales\" displayName=\"Sales\" ref=\"B2:B3\"/>");

        assertThat(findings(table)).isEmpty();
        assertThat(findings(WorkbookBuilder.withRows(
                        INPUTS + "<row r=\"9\"><c r=\"A9\"><f>SUM(Sales[Amount])</f></c></row>")))
                .isEmpty();
    }

    @Test
    void names_use_their_cells_but_print_areas_do_not() {
        String name = "<definedName name=\"%s\" localSheetId=\"0\">Model!$B$3</definedName>";

        assertThat(findings(inputs("").definedNames(name.formatted("price")))).isEmpty();
        assertThat(findings(inputs("").definedNames(name.formatted("_xlnm.Print_Area"))))
                .containsExactly(B3);
    }

    @Test
    void a_data_table_uses_its_inputs_and_its_edges() {
        String rows = "<row r=\"1\"><c r=\"A1\"><v>5</v></c><c r=\"B1\"><f>A1</f></c><c r=\"C1\"><v>8</v></c></row>"
                + "<row r=\"4\"><c r=\"A4\"><v>0.5</v></c>"
                + "<c r=\"B4\"><f t=\"dataTable\" ref=\"B4:B5\" dt2D=\"0\" dtr=\"0\" r1=\"C1\"/><v>3.5</v></c></row>"
                + "<row r=\"5\"><c r=\"A5\"><v>0.7</v></c><c r=\"B5\"><v>4.5</v></c></row>";

        assertThat(findings(WorkbookBuilder.withRows(rows))).isEmpty();
    }

    @Test
    void results_of_array_formulas_are_no_inputs() {
        String rows =
                "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row><row r=\"2\"><c r=\"A2\"><f t=\"array\" ref=\"A2:A3\">A1*{1;2}</f><v>5</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>10</v></c></row>";

        assertThat(findings(WorkbookBuilder.withRows(rows))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INDIRECT(A9)", "OFFSET(A9,1,1)", "unknown+1", "Nowhere!A1", "SUM(A1:INDEX(B:B,2))"})
    void nothing_is_said_where_a_formula_may_read_anything(String formula) {
        String row = "<row r=\"9\"><c r=\"D9\"><f>%s</f></c></row>";

        assertThat(findings(WorkbookBuilder.withRows(INPUTS + row.formatted(formula))))
                .isEmpty();
        assertThat(findings(WorkbookBuilder.withRows(INPUTS + row.formatted("A9+1"))))
                .containsExactly(B3);
    }

    @Test
    void nothing_is_said_where_a_program_may_read_anything() {
        WorkbookBuilder workbook = inputs("")
                .mainType("application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                .typed("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", "VBA");
        InspectionOptions options = new InspectionOptions(Limits.DEFAULT, new Policy(true, false), 0, 0);

        assertThat(findings(inspect(workbook.toBytes(), "model.xlsm", options))).isEmpty();
    }

    @Test
    void numbers_below_the_preview_are_known_too() {
        String[] rows = new String[400];
        Arrays.fill(rows, "=B400");
        rows[398] = "- 2025";
        rows[399] = "- 3";
        assertThat(findings(rows)).isEmpty();
        rows[398] = "5.5 -";
        assertThat(findings(rows)).containsExactly("Model!A399 One cell holds a number that nothing refers to.");
    }
}
