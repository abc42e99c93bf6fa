package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.testing.WorkbookBuilder;
import org.junit.jupiter.api.Test;

/** Cells as whoever opens the workbook sees them. */
class PreviewTest {

    private static Inspection.Preview preview(WorkbookBuilder workbook) {
        Inspection inspection = inspect(workbook.toBytes());
        accepted(inspection);
        return inspection.preview().getFirst();
    }

    private static WorkbookBuilder withSheet(String before, String rows, String after) {
        return WorkbookBuilder.withoutSheets()
                .sheet(
                        "Model",
                        "",
                        "<worksheet xmlns=\"%s\">%s<sheetData>%s</sheetData>%s</worksheet>"
                                .formatted(WorkbookBuilder.MAIN, before, rows, after));
    }

    @Test
    void numbers_and_texts_have_the_format_of_their_cell() {
        Inspection.Preview preview = preview(
                WorkbookBuilder.withRows(
                                "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>1234.5</v></c><c r=\"B1\" s=\"1\"><v>1234.5</v></c>"
                                        + "<c r=\"C1\" s=\"2\"><v>-1234.5</v></c><c r=\"D1\" s=\"3\"><v>0</v></c>"
                                        + "<c r=\"E1\" s=\"4\"><v>2026</v></c><c r=\"F1\" s=\"4\" t=\"s\"><v>0</v></c>"
                                        + "<c r=\"G1\" s=\"4\" t=\"b\"><v>1</v></c><c r=\"H1\" s=\"4\" t=\"e\"><v>#N/A</v></c>"
                                        + "<c r=\"I1\" s=\"99\"><v>0.5</v></c></row>")
                        .sharedStrings("<si><t>year</t></si>")
                        .styles(
                                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0&quot;E&quot;;;;&quot;&gt; &quot;@\"/></numFmts>"
                                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"4\"/><xf numFmtId=\"37\"/><xf numFmtId=\"44\"/>"
                                        + "<xf numFmtId=\"164\"/></cellXfs><dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"0.0\"/></dxf></dxfs>"));

        assertThat(preview.rows().getFirst().cells())
                .containsExactly("1234.5", "1,234.50", "(1,235)", "$-", "2026E", "> year", "TRUE", "#N/A", "0.5");
    }

    @Test
    void dates_of_the_strict_form_have_the_format_of_their_cell() {
        Inspection.Preview preview =
                preview(WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\" s=\"0\" t=\"d\"><v>2026-03-31</v></c>"
                                + "<c r=\"B1\" s=\"1\" t=\"d\"><v>2026-03-31T18:30:00</v></c>"
                                + "<c r=\"C1\" s=\"1\" t=\"d\"><v>soon</v></c></row>")
                        .styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"18\"/></cellXfs>"));

        assertThat(preview.rows().getFirst().cells()).containsExactly("2026-03-31", "6:30 PM", "soon");
    }

    @Test
    void a_merged_cell_shows_its_value_in_the_top_left() {
        Inspection.Preview preview = preview(withSheet(
                "",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>4</v></c><c r=\"C2\"><v>5</v></c></row>",
                "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C1\"/><mergeCell ref=\"C9:D9\"/>"
                        + "<mergeCell ref=\"ZZZZ1:A1\"/></mergeCells>"));

        assertThat(preview.merges()).map(Object::toString).containsExactly("A1:B2");
        assertThat(preview.rows().getFirst().cells()).containsExactly("1", null, "3");
        assertThat(preview.rows().getLast().cells()).containsExactly(null, null, "5");
    }

    @Test
    void hidden_rows_and_columns_are_not_seen() {
        Inspection.Preview preview = preview(withSheet(
                "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"D1\"><v>4</v></c></row>"
                        + "<row r=\"2\" hidden=\"true\"><c r=\"A2\"><v>5</v></c></row>"
                        + "<row r=\"3\" hidden=\"0\"><c r=\"A3\"><v>6</v></c></row>",
                ""));

        assertThat(preview.rows()).extracting(row -> row.number()).containsExactly(1, 3);
        assertThat(preview.rows().getFirst().cells()).containsExactly("1", null, null, "4");
    }

    @Test
    void what_is_hidden_is_counted_all_the_same() {
        Inspection inspection = inspect(withSheet(
                        "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>",
                        "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                        "")
                .toBytes());

        assertThat(inspection.sheets().getFirst().counts().cells()).isEqualTo(1);
    }
}
