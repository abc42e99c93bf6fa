package com.zenithcapital.analytics.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table as RFC 4180 has it, with a header, in UTF-8 and without a byte order mark: programs read it, and people who open
 * it in a spreadsheet take the XLSX.
 */
final class CsvFile {

    private CsvFile() {}

    static void write(Table table, OutputStream out) throws IOException {
        CSVPrinter csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, UTF_8)), CSVFormat.RFC4180);
        csv.printRecord(table.columns());
        table.rows().to(values -> csv.printRecord(cells(values)));
        // Not closed: a file that broke off must not look as if it had come to its end.
        csv.flush();
    }

    private static List<@Nullable Object> cells(@Nullable Object[] values) {
        List<@Nullable Object> cells = new ArrayList<>(values.length);
        for (@Nullable Object value : values) {
            cells.add(value == null || value instanceof Number ? value : Cells.text(value));
        }
        return cells;
    }
}
