package com.zenithcapital.benchmarks.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** fastexcel-reader's stream of rows. It always reads the shared strings, and makes a number or a text of each cell. */
final class FastExcel implements ContenderMain.Reading {

    private long cells;
    private long formulas;

    @Override
    public Count read(Path file) throws IOException {
        cells = 0;
        formulas = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            workbook.getSheets().forEach(this::read);
        }
        return new Count(cells, formulas);
    }

    private void read(Sheet sheet) {
        try (Stream<Row> rows = sheet.openStream()) {
            rows.forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Row row) {
        for (Cell cell : row) {
            if (cell != null) { // a gap in the row
                cells++;
                if (cell.getFormula() != null) {
                    formulas++;
                }
            }
        }
    }
}
