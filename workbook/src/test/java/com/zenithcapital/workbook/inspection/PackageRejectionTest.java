package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static com.zenithcapital.workbook.testing.Inspecting.rejected;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.relationship;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.relationships;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.testing.RawZip;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.verdict.Rejection;
import com.zenithcapital.workbook.zip.Limits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageRejectionTest {

    private static final String VBA_TYPE = "application/vnd.ms-office.vbaProject";
    private static final String VBA_RELATION = "http://schemas.microsoft.com/office/2006/relationships/vbaProject";
    private static final String MACRO_ENABLED = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    private static final String ONE_CELL = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    private static WorkbookBuilder workbook() {
        return WorkbookBuilder.withRows(ONE_CELL);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void relationships_are_looked_into_however_their_part_is_spelled() {
        byte[] file = workbook()
                .part(
                        "xl/worksheets/_Rels/sheet1.xml.RELS",
                        relationships(relationship("rId1", VBA_RELATION, "other.bin")))
                .part("xl/worksheets/other.bin", "anything")
                .toBytes();

        rejected(inspect(file), Rejection.MACRO_NOT_ALLOWED);
    }

    @Test
    void a_link_to_a_program_is_found_even_if_the_part_was_read_as_something_else_before() {
        byte[] file = workbook()
                .related("rId7", "connections", "links/link1.xml")
                .related("rId8", "externalLink", "links/link1.xml")
                .part("xl/links/link1.xml", "<externalLink><ddeLink ddeService=\"Excel\"/></externalLink>")
                .toBytes();

        rejected(inspect(file), Rejection.ACTIVE_CONTENT);
    }

    @Test
    void an_empty_file_is_no_workbook() {
        assertThat(rejected(inspect(new byte[0]), Rejection.NOT_A_WORKBOOK)).contains("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7 and more", "a,b,c\n1,2,3", "<html><table/></html>", "P", "PK"})
    void what_is_no_archive_is_no_workbook(String content) {
        rejected(inspect(ascii(content)), Rejection.NOT_A_WORKBOOK);
    }

    @Test
    void an_archive_of_other_things_is_no_workbook() {
        rejected(inspect(new RawZip().add("readme.txt", "hello").toBytes()), Rejection.NOT_A_WORKBOOK);
    }

    @Test
    void a_word_document_is_no_workbook() {
        byte[] file = workbook()
                .mainType("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
                .toBytes();

        rejected(inspect(file), Rejection.NOT_A_WORKBOOK);
    }

    @Test
    void an_open_document_is_not_supported() {
        byte[] file = new RawZip()
                .add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .add("content.xml", "<office/>")
                .toBytes();

        rejected(inspect(file, "model.ods"), Rejection.FORMAT_NOT_SUPPORTED);
    }

    @Test
    void a_binary_workbook_is_not_supported() {
        byte[] file = workbook()
                .mainType("application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                .toBytes();

        rejected(inspect(file, "model.xlsb"), Rejection.FORMAT_NOT_SUPPORTED);
    }

    @Test
    void a_binary_workbook_with_macros_is_refused_for_these() {
        byte[] file = workbook()
                .mainType("application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                .typed("xl/vbaProject.bin", VBA_TYPE, "x")
                .toBytes();

        rejected(inspect(file, "model.xlsb"), Rejection.MACRO_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MACRO_ENABLED,
                "application/vnd.ms-excel.template.macroEnabled.main+xml",
                "application/vnd.ms-excel.addin.macroEnabled.main+xml"
            })
    void a_package_that_calls_itself_macro_enabled_is_refused_without_a_macro_in_it(String type) {
        rejected(inspect(workbook().mainType(type).toBytes(), "model.xlsm"), Rejection.MACRO_NOT_ALLOWED);
    }

    @Test
    void a_macro_is_found_by_its_content_type() {
        byte[] file = workbook().typed("xl/innocent.dat", VBA_TYPE, "x").toBytes();

        rejected(inspect(file), Rejection.MACRO_NOT_ALLOWED);
    }

    @Test
    void a_macro_is_found_by_its_relationship() {
        byte[] file = workbook()
                .defaultType("dat", "application/octet-stream")
                .part("xl/innocent.dat", "x")
                .related("rIdMacro", VBA_RELATION, "innocent.dat")
                .toBytes();

        rejected(inspect(file), Rejection.MACRO_NOT_ALLOWED);
    }

    @Test
    void a_macro_is_found_by_its_name() {
        byte[] file = workbook().part("xl/VBAPROJECT.BIN", "x").toBytes();

        rejected(inspect(file), Rejection.MACRO_NOT_ALLOWED);
    }

    @Test
    void an_excel_4_macro_sheet_is_refused() {
        byte[] file = workbook()
                .related(
                        "rIdMacro",
                        "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
                        "worksheets/sheet9.xml")
                .typed("xl/worksheets/sheet9.xml", "application/vnd.ms-excel.macrosheet+xml", "<macrosheet/>")
                .toBytes();

        rejected(inspect(file), Rejection.MACRO_NOT_ALLOWED);
    }

    @Test
    void macros_pass_where_the_policy_lets_them() {
        InspectionOptions relaxed = new InspectionOptions(Limits.DEFAULT, new Policy(true, false), 10, 10);
        byte[] file = workbook()
                .mainType(MACRO_ENABLED)
                .typed("xl/vbaProject.bin", VBA_TYPE, "x")
                .toBytes();

        accepted(inspect(file, "model.xlsm", relaxed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oleObject", "package", "control"})
    void an_embedded_object_is_found_by_its_relationship(String type) {
        byte[] file = workbook()
                .part("xl/worksheets/_rels/sheet1.xml.rels", relationships(relationship("rId1", type, "../a.dat")))
                .part("xl/a.dat", "x")
                .toBytes();

        rejected(inspect(file), Rejection.ACTIVE_CONTENT);
    }

    @Test
    void an_embedded_object_is_found_by_its_content_type() {
        byte[] file = workbook()
                .typed("xl/a.dat", "application/vnd.openxmlformats-officedocument.oleObject", "x")
                .toBytes();

        rejected(inspect(file), Rejection.ACTIVE_CONTENT);
    }

    @Test
    void an_embedded_object_is_found_by_its_element() {
        byte[] file = WorkbookBuilder.withoutSheets()
                .sheet(
                        "Model",
                        "",
                        "<worksheet xmlns=\"%s\"><sheetData/><oleObjects><oleObject progId=\"X\"/></oleObjects></worksheet>"
                                .formatted(WorkbookBuilder.MAIN))
                .toBytes();

        rejected(inspect(file), Rejection.ACTIVE_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ddeLink", "oleLink"})
    void a_link_to_another_program_is_active_content(String element) {
        byte[] file = workbook()
                .related("rIdLink", "externalLink", "externalLinks/externalLink1.xml")
                .part("xl/externalLinks/externalLink1.xml", "<externalLink><%s/></externalLink>".formatted(element))
                .toBytes();

        assertThat(rejected(inspect(file), Rejection.ACTIVE_CONTENT)).contains(element);
    }

    @Test
    void a_dde_formula_is_active_content() {
        byte[] file = WorkbookBuilder.withRows("<row r=\"1\"><c r=\"B1\"><f>cmd|'/C calc'!A0</f><v>0</v></c></row>")
                .toBytes();

        assertThat(rejected(inspect(file), Rejection.ACTIVE_CONTENT)).contains("B1");
    }

    @ParameterizedTest
    @CsvSource({
        "model.xlsm",
        "model.xls",
        "model.pdf",
        "model.xltx",
        "model.zip",
    })
    void another_extension_than_the_content_has_is_a_mismatch(String name) {
        rejected(inspect(workbook().toBytes(), name), Rejection.EXTENSION_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.xlsx", "MODEL.XLSX", "2026.q1.xlsx", "model"})
    void a_fitting_extension_or_none_passes(String name) {
        accepted(inspect(workbook().toBytes(), name));
    }

    @Test
    void a_template_passes_under_its_own_extension() {
        byte[] file = workbook()
                .mainType("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml")
                .toBytes();

        accepted(inspect(file, "model.xltx"));
    }

    @Test
    void a_document_type_declaration_is_refused_in_any_part() {
        byte[] file = workbook()
                .part("docProps/custom.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")
                .toBytes();

        assertThat(rejected(inspect(file), Rejection.DTD_NOT_ALLOWED)).contains("docProps/custom.xml");
    }

    @Test
    void malformed_xml_is_corrupt_and_says_where() {
        byte[] file = WorkbookBuilder.withoutSheets()
                .sheet("Model", "", "<worksheet>\n<sheetData>\n<row></worksheet>")
                .toBytes();

        assertThat(rejected(inspect(file), Rejection.CORRUPT)).contains("xl/worksheets/sheet1.xml", "line 3");
    }

    @Test
    void malformed_xml_is_corrupt_even_in_a_part_that_is_not_looked_at() {
        byte[] file = workbook().part("xl/theme/theme1.xml", "<theme>").toBytes();

        assertThat(rejected(inspect(file), Rejection.CORRUPT)).contains("xl/theme/theme1.xml");
    }

    @Test
    void a_missing_sheet_part_is_corrupt() {
        byte[] file = workbook()
                .part(
                        "xl/_rels/workbook.xml.rels",
                        relationships(relationship("rId1", "worksheet", "worksheets/none.xml")))
                .toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @Test
    void two_sheets_in_one_part_are_corrupt() {
        byte[] file = workbook()
                .sheet("Other", "", WorkbookBuilder.sheetData(""))
                .part(
                        "xl/_rels/workbook.xml.rels",
                        relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml")
                                + relationship("rId2", "worksheet", "worksheets/sheet1.xml")))
                .toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @Test
    void a_workbook_without_sheets_is_corrupt() {
        rejected(inspect(WorkbookBuilder.withoutSheets().toBytes()), Rejection.CORRUPT);
    }

    @Test
    void a_missing_main_part_is_corrupt() {
        byte[] file = workbook()
                .part("_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/none.xml")))
                .toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A0", "1A", "XFE1", "A1048577", "AAAA1", "", "A1B"})
    void a_cell_outside_of_the_largest_sheet_is_corrupt(String place) {
        byte[] file = WorkbookBuilder.withRows("<row r=\"1\"><c r=\"%s\"><v>1</v></c></row>".formatted(place))
                .toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-1", "x", "99999999999"})
    void a_shared_string_that_is_not_there_is_corrupt(String number) {
        byte[] file = WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>%s</v></c></row>".formatted(number))
                .sharedStrings("<si><t>one</t></si><si><t>two</t></si>")
                .toBytes();

        rejected(inspect(file), Rejection.CORRUPT);
    }
}
