package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.relationship;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.relationships;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.ooxml.DocumentFacts;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentFactsTest {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private static WorkbookBuilder workbook() {
        return WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    }

    private static WorkbookBuilder withWorkbookElements(String elements) {
        return workbook()
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s</workbook>"
                                .formatted(WorkbookBuilder.MAIN, WorkbookBuilder.RELATIONS, elements)
                                .replace("@", "<sheets><sheet name=\"Model\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"));
    }

    private static DocumentFacts facts(WorkbookBuilder workbook) {
        Inspection inspection = inspect(workbook.toBytes());
        accepted(inspection);
        return Objects.requireNonNull(inspection.document());
    }

    @Test
    void properties_are_those_that_the_saving_program_wrote() {
        DocumentFacts facts = facts(workbook()
                .part(
                        "_rels/.rels",
                        relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")
                                + relationship(
                                        "rId2",
                                        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                                        "docProps/core.xml")
                                + relationship("rId3", "extended-properties", "docProps/app.xml")))
                .part(
                        "docProps/core.xml",
                        "<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"urn:dc\"><dc:title>Sector model</dc:title>"
                                + "<dc:creator>%s</dc:creator><cp:modified>2026-03-31T10:00:00Z</cp:modified></cp:coreProperties>"
                                        .formatted("x".repeat(1_000)))
                .part("docProps/app.xml", "<Properties><Application>Microsoft Excel</Application></Properties>"));

        assertThat(facts.properties().title()).isEqualTo("Sector model");
        assertThat(facts.properties().creator()).hasSize(256);
        assertThat(facts.properties().modified()).isEqualTo("2026-03-31T10:00:00Z");
        assertThat(facts.properties().application()).isEqualTo("Microsoft Excel");
        assertThat(facts.properties().lastModifiedBy()).isNull();
    }

    @Test
    void names_are_counted_and_the_first_are_listed() {
        String many = IntStream.range(0, 300)
                .mapToObj("<definedName name=\"n%d\">1</definedName>"::formatted)
                .collect(Collectors.joining());
        DocumentFacts facts =
                facts(withWorkbookElements("@<definedNames><definedName name=\"rate\">Model!$A$1</definedName>"
                        + "<definedName name=\"_x\" localSheetId=\"0\" hidden=\"1\">0.5</definedName>%s</definedNames>"
                                .formatted(many)));

        assertThat(facts.definedNames()).isEqualTo(302);
        assertThat(facts.names())
                .hasSize(200)
                .startsWith(
                        new DocumentFacts.DefinedName("rate", "Model!$A$1", null, false),
                        new DocumentFacts.DefinedName("_x", "0.5", "Model", true));
    }

    @Test
    void protection_of_the_workbook_and_of_each_sheet_is_told() {
        DocumentFacts facts = facts(withWorkbookElements("<workbookProtection lockStructure=\"1\"/>@")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"%s\"><sheetData/><sheetProtection sheet=\"1\"/></worksheet>"
                                .formatted(WorkbookBuilder.MAIN)));

        assertThat(facts.structureProtected()).isTrue();
        assertThat(facts.protectedSheets()).containsExactly("Model");
        assertThat(facts(workbook()).structureProtected()).isFalse();
        assertThat(facts(workbook()).protectedSheets()).isEmpty();
    }

    @Test
    void what_lies_beside_the_cells_is_counted_by_its_content_type() {
        DocumentFacts facts = facts(workbook()
                .typed("xl/charts/chart1.xml", TYPE + "drawingml.chart+xml", "<chartSpace/>")
                .typed("xl/charts/chart2.xml", TYPE + "drawingml.chart+xml", "<chartSpace/>")
                .typed("xl/tables/table1.xml", TYPE + "spreadsheetml.table+xml", "<table/>")
                .typed("xl/pivotTables/pivotTable1.xml", TYPE + "spreadsheetml.pivotTable+xml", "<pivot/>")
                .typed("xl/externalLinks/externalLink1.xml", TYPE + "spreadsheetml.externalLink+xml", "<externalLink/>")
                .typed(
                        "xl/connections.xml",
                        TYPE + "spreadsheetml.connections+xml",
                        "<connections><connection id=\"1\"/><connection id=\"2\"/></connections>")
                .typed(
                        "xl/comments1.xml",
                        TYPE + "spreadsheetml.comments+xml",
                        "<comments><commentList><comment ref=\"A1\"/></commentList></comments>"));

        assertThat(facts.parts()).isEqualTo(new DocumentFacts.Parts(1, 2, 1, 2, 1, 1));
    }

    @Test
    void a_refused_workbook_says_nothing_of_itself() {
        assertThat(inspect(new byte[] {1, 2, 3}).document()).isNull();
    }
}
