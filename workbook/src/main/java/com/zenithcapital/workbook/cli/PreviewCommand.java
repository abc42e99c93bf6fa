package com.zenithcapital.workbook.cli;

import com.zenithcapital.workbook.inspection.Inspection;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.sheet.PreviewRow;
import com.zenithcapital.workbook.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workbook preview FILE}: the first rows as whoever opens the workbook sees them. */
@Command(
        name = "preview",
        description = "Shows the first rows of each visible sheet as whoever opens the workbook sees them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:shown",
            "1:rejected; the answer says why",
            "2:wrong arguments, or no such visible sheet",
            "3:the file cannot be read or the answer not written; the reason is on standard error"
        })
final class PreviewCommand implements Callable<Integer> {

    /** What a terminal has room for. */
    private static final int WIDEST_CELL = 24;

    @Mixin
    private final OneWorkbook workbook = new OneWorkbook();

    @Option(names = "--sheet", paramLabel = "NAME", description = "Only this one.")
    private @Nullable String sheet;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20",
            description = "Rows of each sheet, at most 1,000: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--columns",
            paramLabel = "N",
            defaultValue = "10",
            description = "Columns of each sheet, at most 200: ${DEFAULT-VALUE}.")
    private int columns;

    @Option(names = "--json", description = "The rows as JSON, as inspect gives them.")
    private boolean json;

    @Override
    public Integer call() {
        return workbook.answer(rows, columns, (inspection, out) -> {
            Inspection shown = only(inspection);
            if (shown == null) {
                workbook.complain("there is no visible sheet " + sheet);
                return ExitCode.USAGE;
            }
            if (json) {
                InspectionJson.write(shown, InspectionJson.Part.PREVIEW, out);
            } else {
                try (PlainText text = new PlainText(out)) {
                    write(shown, text);
                }
            }
            return OneWorkbook.ofVerdict(shown);
        });
    }

    /** The same with no preview but the one asked for; null where there is none. */
    private @Nullable Inspection only(Inspection inspection) {
        if (sheet == null || inspection.verdict() instanceof Verdict.Rejected) {
            return inspection;
        }
        List<Inspection.Preview> previews = inspection.preview().stream()
                .filter(preview -> name(inspection, preview).equalsIgnoreCase(sheet))
                .toList();
        return previews.isEmpty()
                ? null
                : new Inspection(inspection.verdict(), inspection.sheets(), inspection.findings(), previews);
    }

    private static String name(Inspection inspection, Inspection.Preview preview) {
        return inspection.sheets().get(preview.sheet()).name();
    }

    private static void write(Inspection inspection, PlainText text) {
        if (inspection.verdict() instanceof Verdict.Rejected rejected) {
            text.rejected(rejected);
            return;
        }
        boolean first = true;
        for (Inspection.Preview preview : inspection.preview()) {
            if (!first) {
                text.line("");
            }
            first = false;
            CellRange range = inspection.sheets().get(preview.sheet()).counts().range();
            text.line(name(inspection, preview) + (range == null ? ", empty" : ", " + range));
            text.table(table(preview.rows()));
        }
    }

    /** Below the columns' letters, behind the rows' numbers. */
    private static List<List<@Nullable String>> table(List<PreviewRow> shown) {
        int width = shown.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<List<@Nullable String>> table = new ArrayList<>();
        if (width == 0) {
            return table;
        }
        List<@Nullable String> head = new ArrayList<>();
        head.add("");
        for (int column = 1; column <= width; column++) {
            head.add(CellRange.columnName(column));
        }
        table.add(head);
        for (PreviewRow row : shown) {
            List<@Nullable String> line = new ArrayList<>();
            line.add(String.valueOf(row.number()));
            for (String cell : row.cells()) {
                line.add(cell == null ? null : PlainText.cut(WIDEST_CELL, cell));
            }
            table.add(line);
        }
        return table;
    }
}
