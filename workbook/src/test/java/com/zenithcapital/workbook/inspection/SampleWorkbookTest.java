package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.workbook.ooxml.SheetPart.Visibility;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Rule;
import com.zenithcapital.workbook.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The samples that the demo, the system tests and the benchmarks upload. */
class SampleWorkbookTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Trait.class)
    void every_trait_meets_the_verdict_it_names(Trait trait) throws IOException {
        Path file = directory.resolve("model.xlsx");
        SampleWorkbook.of(trait).writeTo(file);

        Verdict verdict = new WorkbookInspector(InspectionOptions.DEFAULT)
                .inspect(file, "model.xlsx")
                .verdict();

        String slug =
                switch (verdict) {
                    case Verdict.Accepted accepted -> null;
                    case Verdict.Rejected rejected -> rejected.rejection().slug();
                };
        assertThat(slug).isEqualTo(trait.slug());
    }

    @Test
    void the_honest_sample_is_counted_to_the_cell() {
        Inspection inspection = inspect(SampleWorkbook.of(Size.TINY).toBytes());

        assertThat(inspection.sheets()).extracting(Inspection.Sheet::name).isEqualTo(SampleWorkbook.SHEETS);
        Inspection.Sheet inputs = inspection.sheets().get(1);
        // 24 months: the time line, nine lines of a block, ten labels and seven units.
        assertThat(inputs.counts().cells()).isEqualTo(24 + 9 * 24 + 10 + 7);
        assertThat(inputs.counts().formulas()).isEqualTo(3 * 24);
        assertThat(inputs.counts().range()).hasToString("A1:AA11");
        assertThat(inspection.sheets().get(11).counts().errors()).isEqualTo(4);
        assertThat(inspection.sheets().getLast().visibility()).isEqualTo(Visibility.HIDDEN);
    }

    @Test
    void the_honest_sample_has_the_findings_it_was_given() {
        Inspection inspection = inspect(SampleWorkbook.of(Size.TINY).toBytes());

        assertThat(inspection.findings())
                .filteredOn(finding -> finding.rule() != Rule.UNUSED_INPUT)
                .containsExactly(
                        new Finding(Rule.HIDDEN_SHEET, "Checks", null, "The sheet is hidden."),
                        new Finding(Rule.VOLATILE_FUNCTION, "Cover", "B3", "One cell calls TODAY."),
                        new Finding(Rule.ERROR_CELL, "DCF", "D12:G12", "Each of 4 cells shows #DIV/0!."),
                        new Finding(Rule.ERROR_CELL, "Sensitivities", "D12:E12", "Each of 2 cells shows #DIV/0!."));
    }

    @Test
    void the_rates_of_the_honest_sample_are_read_where_errors_are_calculated_and_nowhere_else() {
        Inspection inspection = inspect(SampleWorkbook.of(Size.TINY).toBytes());

        assertThat(inspection.findings())
                .filteredOn(finding -> finding.rule() == Rule.UNUSED_INPUT)
                .allSatisfy(finding -> assertThat(finding)
                        .isEqualTo(new Finding(
                                Rule.UNUSED_INPUT,
                                finding.sheet(),
                                "D6:AA6",
                                "Each of 24 cells holds a number that nothing refers to.")))
                .extracting(Finding::sheet)
                .doesNotContain("Cover", "DCF", "Sensitivities")
                .hasSize(11);
    }

    @Test
    void the_preview_shows_what_a_reader_would_see() {
        Inspection inspection = inspect(SampleWorkbook.of(Size.TINY).toBytes());

        Inspection.Preview cover = inspection.preview().getFirst();
        assertThat(cover.rows().getFirst().cells()).containsExactly("Sector model, twenty years by month");
        assertThat(cover.rows().get(2).cells()).containsExactly("Printed on", "Jan-26");
        assertThat(cover.rows().get(3).cells()).containsExactly("Reviewed", "TRUE");
        Inspection.Preview inputs = inspection.preview().get(1);
        assertThat(inputs.rows().getFirst().cells()).startsWith(null, null, null, "Jan-26", "Feb-26");
        assertThat(inputs.rows().get(2).cells()).startsWith("Volume", "units", null);
    }

    @Test
    void the_hidden_sheet_is_not_previewed() {
        Inspection inspection = inspect(SampleWorkbook.of(Size.TINY).toBytes());

        assertThat(inspection.preview())
                .extracting(Inspection.Preview::sheet)
                .doesNotContain(13)
                .hasSize(13);
    }
}
