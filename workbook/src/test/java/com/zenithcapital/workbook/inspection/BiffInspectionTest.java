package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.ooxml.DocumentFacts;
import com.zenithcapital.workbook.ooxml.SheetPart.Visibility;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

/** Honest workbooks of Excel 97-2003, as POI writes them. */
class BiffInspectionTest {

    private final HSSFWorkbook workbook = new HSSFWorkbook();

    private Inspection inspected() throws IOException {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            Inspection inspection = inspect(out.toByteArray(), "model.xls");
            accepted(inspection);
            return inspection;
        }
    }

    private CellStyle style(String code) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(code));
        return style;
    }

    private static void number(Row row, int column, double value, CellStyle style) {
        row.createCell(column).setCellValue(value);
        row.getCell(column).setCellStyle(style);
    }

    @Test
    void cells_formulas_and_errors_are_counted() throws IOException {
        Row row = workbook.createSheet("Inputs").createRow(1);
        row.createCell(1).setCellValue("Revenue");
        row.createCell(2).setCellValue(12.5);
        row.createCell(3).setCellFormula("C2*2");
        row.createCell(4).setCellFormula("1/0");
        row.createCell(5).setCellErrorValue((byte) 0x2A);
        row.createCell(6).setBlank();
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

        Inspection.Sheet sheet = inspected().sheets().getFirst();

        assertThat(sheet.name()).isEqualTo("Inputs");
        assertThat(sheet.counts().range()).hasToString("B2:F2");
        assertThat(sheet.counts().cells()).isEqualTo(5);
        assertThat(sheet.counts().formulas()).isEqualTo(2);
        assertThat(sheet.counts().errors()).isEqualTo(2);
    }

    @Test
    void what_an_author_should_know_is_found() throws IOException {
        HSSFSheet sheet = workbook.createSheet("Model");
        sheet.createRow(0).createCell(0).setCellFormula("TODAY()+OFFSET(A1,1,1)");
        Row errors = sheet.createRow(1);
        errors.createCell(0).setCellErrorValue((byte) 0x07);
        workbook.createSheet("Notes");
        workbook.createSheet("Checks");
        workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
        workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);

        Inspection inspection = inspected();

        assertThat(inspection.sheets())
                .extracting(Inspection.Sheet::visibility)
                .containsExactly(Visibility.VISIBLE, Visibility.HIDDEN, Visibility.VERY_HIDDEN);
        assertThat(inspection.findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.HIDDEN_SHEET, Rule.VERY_HIDDEN_SHEET, Rule.ERROR_CELL, Rule.VOLATILE_FUNCTION);
        assertThat(inspection.findings().getLast().message()).isEqualTo("One cell calls TODAY.");
        assertThat(inspection.preview()).extracting(Inspection.Preview::sheet).containsExactly(0);
    }

    @Test
    void a_link_to_another_workbook_is_found() throws IOException {
        try (HSSFWorkbook other = new HSSFWorkbook()) {
            other.createSheet("Prices");
            workbook.createSheet("Model");
            workbook.linkExternalWorkbook("peers.xls", other);
            workbook.getSheetAt(0).createRow(0).createCell(0).setCellFormula("[peers.xls]Prices!A1");
        }

        Inspection inspection = inspected();

        assertThat(inspection.findings()).extracting(Finding::rule).containsExactly(Rule.EXTERNAL_LINK);
        assertThat(inspection.findings().getFirst().message()).contains("peers.xls");
    }

    @Test
    void the_preview_shows_cells_in_their_format() throws IOException {
        Row row = workbook.createSheet("Model").createRow(0);
        HSSFRichTextString rich = new HSSFRichTextString("two runs");
        rich.applyFont(0, 3, workbook.createFont());
        row.createCell(0).setCellValue(rich);
        number(row, 1, 1234567, style("#,##0.0,,\"m\""));
        number(row, 2, 46112, style("d mmm yyyy"));
        number(row, 3, 0, style("_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)"));
        row.createCell(4).setCellValue(true);
        row.createCell(5).setCellErrorValue((byte) 0x2A);
        row.createCell(6).setCellFormula("\"as\"&\" text\"");
        row.createCell(7).setCellValue("Größe – 数字");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

        Inspection.Preview preview = inspected().preview().getFirst();

        assertThat(preview.rows().getFirst().cells())
                .containsExactly("two runs", "1.2m", "31 Mar 2026", "-", "TRUE", "#N/A", "as text", "Größe – 数字");
    }

    @Test
    void merged_and_hidden_cells_are_as_in_any_workbook() throws IOException {
        HSSFSheet sheet = workbook.createSheet("Model");
        for (int index = 0; index < 3; index++) {
            Row row = sheet.createRow(index);
            for (int column = 0; column < 4; column++) {
                row.createCell(column).setCellValue(10 * index + column);
            }
        }
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
        sheet.getRow(1).setZeroHeight(true);
        sheet.setColumnHidden(2, true);

        Inspection.Preview preview = inspected().preview().getFirst();

        assertThat(preview.merges()).map(Object::toString).containsExactly("A1:B1");
        assertThat(preview.rows().getFirst().cells()).containsExactly("0", null, null, "3");
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.rows().getLast().cells()).containsExactly("20", "21", null, "23");
    }

    @Test
    void what_it_holds_beside_its_cells_is_told() throws IOException {
        HSSFSheet sheet = workbook.createSheet("Model");
        sheet.protectSheet("secret");
        workbook.createSheet("Notes");
        workbook.createName().setNameName("rate");
        workbook.getName("rate").setRefersToFormula("Model!$A$1");
        workbook.createInformationProperties();
        workbook.getSummaryInformation().setTitle("Sector model");

        DocumentFacts facts = Objects.requireNonNull(inspected().document());

        assertThat(facts.properties().title()).isEqualTo("Sector model");
        assertThat(facts.definedNames()).isEqualTo(1);
        assertThat(facts.protectedSheets()).containsExactly("Model");
        assertThat(facts.structureProtected()).isFalse();
        assertThat(facts.parts()).isEqualTo(new DocumentFacts.Parts(0, 0, 0, 0, 0, 0));
    }

    @Test
    void texts_that_go_over_several_records_are_read() throws IOException {
        HSSFSheet sheet = workbook.createSheet("Model");
        for (int index = 0; index < 50; index++) {
            sheet.createRow(index).createCell(0).setCellValue(index + "ä–".repeat(2_000));
        }

        Inspection.Preview preview = inspected().preview().getFirst();

        assertThat(preview.rows()).hasSize(50);
        assertThat(preview.rows().getLast().cells().getFirst())
                .startsWith("49ä–ä–")
                .endsWith("…");
    }
}
