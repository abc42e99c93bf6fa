package com.zenithcapital.analytics.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A table as a workbook. Rows go to a compressed temporary file as they come, a hundred are in memory; the file is removed
 * whatever happens, also when the client goes away in between.
 */
final class XlsxFile {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final SXSSFWorkbook workbook;
    private final List<String> columns;
    private SXSSFSheet sheet;
    private int rows;

    private XlsxFile(SXSSFWorkbook workbook, List<String> columns) {
        this.workbook = workbook;
        this.columns = columns;
        this.sheet = workbook.createSheet();
    }

    static void write(Table table, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true)) {
            XlsxFile file = new XlsxFile(workbook, table.columns());
            file.header();
            table.rows().to(file::row);
            workbook.write(out);
        }
    }

    private void header() throws IOException {
        rows = 0;
        row(columns.toArray());
    }

    private void row(@Nullable Object... values) throws IOException {
        if (rows == MOST_ROWS) {
            // A sheet ends there; the rest is on another.
            sheet = workbook.createSheet();
            header();
        }
        Row row = sheet.createRow(rows++);
        for (int i = 0; i < values.length; i++) {
            @Nullable Object value = values[i];
            if (value instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (value != null) {
                Cell cell = row.createCell(i);
                String text = Cells.text(value);
                cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
            }
        }
    }
}
