package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.relationships;
import static com.zenithcapital.workbook.testing.WorkbookBuilder.sheetData;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.testing.WorkbookBuilder;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static List<Finding> findings(WorkbookBuilder workbook) {
        Inspection inspection = inspect(workbook.toBytes());
        accepted(inspection);
        return inspection.findings();
    }

    @Test
    void a_link_to_another_workbook_names_it() {
        WorkbookBuilder workbook = WorkbookBuilder.withRows("")
                .related("rIdLink", "externalLink", "externalLinks/externalLink1.xml")
                .part(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink><externalBook r:id=\"rId1\" xmlns:r=\"urn:r\"/></externalLink>")
                .part(
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        relationships("<Relationship Id=\"rId1\" Type=\"urn:a/externalLinkPath\""
                                + " Target=\"file:///C:/Peers%202026.xlsx\" TargetMode=\"External\"/>"));

        assertThat(findings(workbook))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.EXTERNAL_LINK))
                .satisfies(finding -> assertThat(finding.message()).contains("C:/Peers 2026.xlsx"));
    }

    /** Each time it would be read to its end again: a part of 600 MB, five thousand times. */
    @Test
    void a_link_that_many_relationships_lead_to_is_read_once() {
        String link = WorkbookBuilder.RELATIONS + "/externalLink";
        WorkbookBuilder workbook = WorkbookBuilder.withRows("")
                .related("rIdLink1", "externalLink", "externalLinks/externalLink1.xml")
                .related("rIdLink2", "externalLink", "externalLinks/externalLink1.xml")
                .part("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook/></externalLink>")
                .part(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        relationships(
                                "<Relationship Id=\"rId1\" Type=\"%s\" Target=\"../externalLinks/externalLink1.xml\"/>"
                                        .formatted(link)));

        assertThat(findings(workbook)).extracting(Finding::rule).containsExactly(Rule.EXTERNAL_LINK);
    }

    @Test
    void a_data_connection_is_named_with_its_kind() {
        WorkbookBuilder workbook = WorkbookBuilder.withRows("")
                .related("rIdConnections", "connections", "connections.xml")
                .part(
                        "xl/connections.xml",
                        "<connections><connection id=\"1\" name=\"Prices\" type=\"4\"/></connections>");

        assertThat(findings(workbook))
                .containsExactly(new Finding(Rule.DATA_CONNECTION, null, null, "Data connection Prices (web page)."));
    }

    @Test
    void hidden_and_very_hidden_sheets_are_told_apart() {
        WorkbookBuilder workbook = WorkbookBuilder.withRows("")
                .sheet("Notes", "state=\"hidden\"", sheetData(""))
                .sheet("Secret", "state=\"veryHidden\"", sheetData(""));

        assertThat(findings(workbook))
                .extracting(Finding::rule, Finding::sheet)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Rule.HIDDEN_SHEET, "Notes"),
                        org.assertj.core.groups.Tuple.tuple(Rule.VERY_HIDDEN_SHEET, "Secret"));
    }

    @Test
    void errors_are_joined_to_ranges_by_value() {
        String rows = IntStream.rangeClosed(1, 3)
                .mapToObj(row ->
                        "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"e\"><v>#REF!</v></c><c r=\"B%1$d\" t=\"e\"><v>#REF!</v></c>"
                                        .formatted(row)
                                + "<c r=\"D%d\" t=\"e\"><v>#N/A</v></c></row>".formatted(row))
                .collect(Collectors.joining());

        assertThat(findings(WorkbookBuilder.withRows(rows)))
                .containsExactly(
                        new Finding(Rule.ERROR_CELL, "Model", "D1:D3", "Each of 3 cells shows #N/A."),
                        new Finding(Rule.ERROR_CELL, "Model", "A1:B3", "Each of 6 cells shows #REF!."));
    }

    @Test
    void scattered_errors_are_listed_up_to_a_limit_and_then_counted() {
        String rows = IntStream.rangeClosed(1, 60)
                .mapToObj(row -> "<row r=\"%1$d\"><c r=\"A%1$d\" t=\"e\"><v>#REF!</v></c></row>".formatted(row * 2))
                .collect(Collectors.joining());

        List<Finding> findings = findings(WorkbookBuilder.withRows(rows));

        assertThat(findings).hasSize(26);
        assertThat(findings.getLast())
                .isEqualTo(new Finding(Rule.ERROR_CELL, "Model", null, "Elsewhere: Each of 35 cells shows #REF!."));
    }

    @Test
    void each_rule_is_listed_up_to_a_limit() {
        WorkbookBuilder workbook = WorkbookBuilder.withRows("");
        for (int sheet = 0; sheet < FindingList.MOST_OF_A_RULE + 5; sheet++) {
            workbook.sheet("Hidden " + sheet, "state=\"hidden\"", sheetData(""));
        }

        List<Finding> findings = findings(workbook);

        assertThat(findings).hasSize(FindingList.MOST_OF_A_RULE + 1);
        assertThat(findings.getLast().message()).isEqualTo("5 more of this kind.");
    }

    @Test
    void volatile_functions_are_found_in_whatever_case() {
        WorkbookBuilder workbook = WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\"><f>Offset(B1,1,1)</f><v>1</v></c>"
                + "<c r=\"B1\"><f>_xlfn.RANDARRAY(2)</f><v>1</v></c><c r=\"C1\"><f>KNOW(1)</f><v>1</v></c></row>");

        assertThat(findings(workbook))
                .extracting(Finding::message)
                .containsExactly("One cell calls OFFSET.", "One cell calls RANDARRAY.");
    }
}
