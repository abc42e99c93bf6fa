package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.relationship;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.relationships;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.sheetData;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.sheet.PreviewRow;
import com.zenithcapital.workbook.sheet.SheetCounts;
import com.zenithcapital.workbook.testing.RawZip;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What writers other than Excel do and Excel opens without complaint. */
class HonestVariantsTest {

    private static final String ROWS = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Größe</t></is></c>"
            + "<c r=\"B1\"><f>1+1</f><v>2</v></c></row>";

    private static SheetCounts onlySheet(Inspection inspection) {
        accepted(inspection);
        return inspection.sheets().getFirst().counts();
    }

    private static List<PreviewRow> preview(Inspection inspection) {
        accepted(inspection);
        return inspection.preview().getFirst().rows();
    }

    @Test
    void the_strict_namespaces_are_read() {
        byte[] file = new RawZip()
                .add(
                        "[Content_Types].xml",
                        new String(
                                WorkbookBuilder.withRows("").toParts().get("[Content_Types].xml"),
                                StandardCharsets.UTF_8))
                .add(
                        "_rels/.rels",
                        relationships(relationship(
                                "rId1",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
                                "xl/workbook.xml")))
                .add(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\""
                                + " xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\" conformance=\"strict\">"
                                + "<sheets><sheet name=\"Model\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .add(
                        "xl/_rels/workbook.xml.rels",
                        relationships(relationship(
                                "rId1",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet",
                                "worksheets/sheet1.xml")))
                .add(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><sheetData>%s</sheetData></worksheet>"
                                .formatted(ROWS))
                .toBytes();

        assertThat(onlySheet(inspect(file)).cells()).isEqualTo(2);
    }

    @Test
    void a_prefix_on_every_element_is_read() {
        String xml =
                "<x:worksheet xmlns:x=\"%s\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:f>1</x:f><x:v>1</x:v></x:c>"
                        .formatted(WorkbookBuilder.MAIN);
        byte[] file = WorkbookBuilder.withoutSheets()
                .sheet("Model", "", xml + "</x:row></x:sheetData></x:worksheet>")
                .toBytes();

        assertThat(onlySheet(inspect(file)).formulas()).isEqualTo(1);
    }

    @Test
    void absolute_targets_and_other_part_names_are_followed() {
        WorkbookBuilder builder = WorkbookBuilder.withRows(ROWS);
        RawZip zip = new RawZip();
        builder.toParts()
                .forEach((name, content) -> zip.add(
                        name.replace("workbook.xml", "workbook2.xml"),
                        new String(content, StandardCharsets.UTF_8)
                                .replace("xl/workbook.xml", "/xl/workbook2.xml")
                                .replace("//xl", "/xl")
                                .replace("Target=\"worksheets/", "Target=\"/xl/worksheets/")));

        assertThat(onlySheet(inspect(zip.toBytes())).cells()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, false", "UTF-8, true", "UTF-16LE, true", "UTF-16BE, true", "ISO-8859-1, false"})
    void parts_in_other_encodings_are_read(String encoding, boolean byteOrderMark) {
        String declared = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
        String xml = "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(declared) + sheetData(ROWS);
        byte[] content = ((byteOrderMark ? "\uFEFF" : "") + xml).getBytes(Charset.forName(encoding));
        byte[] file = WorkbookBuilder.withRows("")
                .part("xl/worksheets/sheet1.xml", content)
                .toBytes();

        assertThat(preview(inspect(file)).getFirst().cells()).containsExactly("Größe", "2");
    }

    @Test
    void cells_and_rows_without_their_place_follow_each_other() {
        byte[] file = WorkbookBuilder.withRows(
                        "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>")
                .toBytes();

        assertThat(onlySheet(inspect(file)).range()).hasToString("A1:D5");
    }

    @Test
    void cells_that_only_have_a_format_are_not_counted() {
        byte[] file = WorkbookBuilder.withRows(
                        "<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\"><v>1</v></c><c r=\"C1\" t=\"s\"><v></v></c></row>")
                .toBytes();

        SheetCounts counts = onlySheet(inspect(file));

        assertThat(counts.cells()).isEqualTo(1);
        assertThat(counts.range()).hasToString("B1");
    }

    @Test
    void an_empty_sheet_has_no_range() {
        assertThat(onlySheet(inspect(WorkbookBuilder.withRows("").toBytes()))).isEqualTo(SheetCounts.NONE);
    }

    @Test
    void chart_sheets_are_listed_and_hold_no_cells() {
        byte[] file = WorkbookBuilder.withRows(ROWS)
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"Model\" sheetId=\"1\" r:id=\"rId1\"/>"
                                        .formatted(WorkbookBuilder.MAIN, WorkbookBuilder.RELATIONS)
                                + "<sheet name=\"Chart\" sheetId=\"2\" r:id=\"rId9\"/></sheets></workbook>")
                .related("rId9", "chartsheet", "chartsheets/sheet1.xml")
                .part("xl/chartsheets/sheet1.xml", "<chartsheet/>")
                .toBytes();

        Inspection inspection = inspect(file);

        accepted(inspection);
        assertThat(inspection.sheets()).extracting(Inspection.Sheet::name).containsExactly("Model", "Chart");
        assertThat(inspection.sheets().getLast().counts()).isEqualTo(SheetCounts.NONE);
        assertThat(inspection.preview()).extracting(Inspection.Preview::sheet).containsExactly(0);
    }

    @Test
    void extension_elements_called_like_cells_are_none() {
        String xml = sheetData(ROWS)
                .replace(
                        "</sheetData>",
                        "</sheetData><extLst><ext xmlns:xm=\"urn:x\"><xm:f>NOW()</xm:f><xm:c><xm:v>1</xm:v></xm:c></ext></extLst>");
        byte[] file = WorkbookBuilder.withoutSheets().sheet("Model", "", xml).toBytes();

        assertThat(onlySheet(inspect(file)).cells()).isEqualTo(2);
    }

    @Test
    void rows_with_extensions_keep_their_cells() {
        byte[] file = WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><extLst><ext/></extLst></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>")
                .toBytes();

        assertThat(onlySheet(inspect(file)).cells()).isEqualTo(2);
    }

    @Test
    void old_vml_drawings_need_not_be_well_formed() {
        byte[] file = WorkbookBuilder.withRows(ROWS)
                .defaultType("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")
                .part("xl/drawings/vmlDrawing1.vml", "<xml><div>a<br>b</div></xml>")
                .toBytes();

        accepted(inspect(file));
    }

    @Test
    void custom_xml_may_hold_a_text_of_megabytes() {
        byte[] file = WorkbookBuilder.withRows(ROWS)
                .part("customXml/item1.xml", "<DataMashup>%s</DataMashup>".formatted("QUJD".repeat(1 << 20)))
                .toBytes();

        accepted(inspect(file));
    }

    @Test
    void a_formula_that_was_never_calculated_is_counted_whatever_its_type() {
        byte[] file = WorkbookBuilder.withRows(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><f>B1</f></c><c r=\"B1\" t=\"e\"><f>A1</f></c></row>")
                .toBytes();

        SheetCounts counts = onlySheet(inspect(file));

        assertThat(counts.formulas()).isEqualTo(2);
        assertThat(counts.errors()).isZero();
    }

    @Test
    void values_with_white_space_around_them_are_read() {
        byte[] file = WorkbookBuilder.withRows(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>\n 0\n</v></c><c r=\"B1\"><v> 1.50 </v></c>"
                                + "<c r=\"C1\" t=\"b\"><v> 1 </v></c></row>")
                .sharedStrings("<si><t>first</t></si>")
                .toBytes();

        assertThat(preview(inspect(file)).getFirst().cells()).containsExactly("first", "1.5", "TRUE");
    }

    @Test
    void the_day_count_from_1904_holds_though_an_extension_has_the_same_name() {
        byte[] file = WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>1</v></c></row>")
                .styles("<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr date1904=\"1\"/>"
                                        .formatted(WorkbookBuilder.MAIN, WorkbookBuilder.RELATIONS)
                                + "<sheets><sheet name=\"Model\" sheetId=\"1\" r:id=\"rId1\"/></sheets><extLst><ext>"
                                + "<x15:workbookPr xmlns:x15=\"urn:x15\" chartTrackingRefBase=\"1\"/></ext></extLst></workbook>")
                .toBytes();

        assertThat(preview(inspect(file)).getFirst().cells()).containsExactly("1904-01-02");
    }

    @Test
    void form_controls_are_no_active_content() {
        byte[] file = WorkbookBuilder.withRows(ROWS)
                .part(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        relationships(relationship("rId1", "ctrlProp", "../ctrlProps/ctrlProp1.xml")))
                .part("xl/ctrlProps/ctrlProp1.xml", "<formControlPr objectType=\"Drop\"/>")
                .toBytes();

        accepted(inspect(file));
    }

    @Test
    void a_pipe_in_a_text_or_a_column_name_is_no_dde() {
        byte[] file = WorkbookBuilder.withRows(
                        "<row r=\"1\"><c r=\"A1\"><f>\"a|b\"&amp;'x|y'!A1&amp;Table[net|gross]</f><v>1</v></c></row>")
                .toBytes();

        accepted(inspect(file));
    }

    @Test
    void shared_strings_show_their_runs_without_phonetic_hints() {
        byte[] file = WorkbookBuilder.withRows(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>")
                .sharedStrings(
                        "<si><t>first</t></si><si><t>unused</t></si>"
                                + "<si><r><t>two </t></r><r><rPr/><t>runs_x000A_</t></r><rPh sb=\"0\" eb=\"1\"><t>hint</t></rPh></si>")
                .toBytes();

        assertThat(preview(inspect(file)).getFirst().cells()).containsExactly("two runs\n", "first");
    }

    @Test
    void dates_are_shown_by_their_format() {
        byte[] file = WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46112</v></c>"
                        + "<c r=\"B1\" s=\"2\"><v>46112.5</v></c><c r=\"C1\"><v>46112</v></c>"
                        + "<c r=\"D1\" s=\"3\"><v>1.5</v></c></row>")
                .styles(
                        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-409]d/mmm/yyyy\\ h:mm\"/>"
                                + "<numFmt numFmtId=\"171\" formatCode=\"[h]:mm\"/></numFmts>"
                                + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>")
                .toBytes();

        assertThat(preview(inspect(file)).getFirst().cells())
                .containsExactly("2026-03-31", "31/Mar/2026 12:00", "46112", "36:00");
    }
}
