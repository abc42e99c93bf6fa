package com.zenithcapital.workbook.cli;

import com.zenithcapital.workbook.inspection.Inspection;
import com.zenithcapital.workbook.ooxml.DocumentFacts;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.sheet.SheetCounts;
import com.zenithcapital.workbook.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code workbook stats FILE}: how much of what is in a workbook. */
@Command(
        name = "stats",
        description = "Counts what is in a workbook: sheets, cells, formulas, errors, names and what else it holds.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:accepted",
            "1:rejected; the answer says why",
            "2:wrong arguments",
            "3:the file cannot be read or the answer not written; the reason is on standard error"
        })
final class StatsCommand implements Callable<Integer> {

    @Mixin
    private final OneWorkbook workbook = new OneWorkbook();

    @Option(names = "--json", description = "The counts as JSON, as inspect gives them.")
    private boolean json;

    @Override
    public Integer call() {
        return workbook.answer(0, 0, (inspection, out) -> {
            if (json) {
                InspectionJson.write(inspection, InspectionJson.Part.COUNTS, out);
            } else {
                try (PlainText text = new PlainText(out)) {
                    write(inspection, text);
                }
            }
            return OneWorkbook.ofVerdict(inspection);
        });
    }

    private static void write(Inspection inspection, PlainText text) {
        if (inspection.verdict() instanceof Verdict.Rejected rejected) {
            text.rejected(rejected);
            return;
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        rows.add(List.of("sheet", "visibility", "range", "cells", "formulas", "errors"));
        long cells = 0;
        long formulas = 0;
        long errors = 0;
        for (Inspection.Sheet sheet : inspection.sheets()) {
            SheetCounts counts = sheet.counts();
            rows.add(row(sheet.name(), sheet.visibility().word(), counts.range(), counts));
            cells += counts.cells();
            formulas += counts.formulas();
            errors += counts.errors();
        }
        rows.add(row("all", "", null, new SheetCounts(null, cells, formulas, errors)));
        text.table(rows);
        DocumentFacts facts = inspection.document();
        if (facts != null) {
            text.line("");
            writeFacts(facts, text);
        }
    }

    private static List<@Nullable String> row(
            String name, String visibility, @Nullable CellRange range, SheetCounts counts) {
        return List.of(
                name,
                visibility,
                Objects.toString(range, ""),
                String.valueOf(counts.cells()),
                String.valueOf(counts.formulas()),
                String.valueOf(counts.errors()));
    }

    private static void writeFacts(DocumentFacts facts, PlainText text) {
        DocumentFacts.Properties properties = facts.properties();
        DocumentFacts.Parts parts = facts.parts();
        List<List<@Nullable String>> rows = new ArrayList<>();
        addRow(rows, "title", properties.title());
        addRow(rows, "creator", properties.creator());
        addRow(rows, "last modified by", properties.lastModifiedBy());
        addRow(rows, "created", properties.created());
        addRow(rows, "modified", properties.modified());
        addRow(rows, "application", properties.application());
        addRow(rows, "defined names", String.valueOf(facts.definedNames()));
        addRow(rows, "external links", String.valueOf(parts.externalLinks()));
        addRow(rows, "connections", String.valueOf(parts.connections()));
        addRow(rows, "pivot tables", String.valueOf(parts.pivotTables()));
        addRow(rows, "charts", String.valueOf(parts.charts()));
        addRow(rows, "tables", String.valueOf(parts.tables()));
        addRow(rows, "comments", String.valueOf(parts.comments()));
        addRow(rows, "protected", protection(facts));
        text.table(rows);
    }

    private static void addRow(List<List<@Nullable String>> rows, String name, @Nullable String value) {
        if (value != null) {
            rows.add(List.of(name, value));
        }
    }

    private static String protection(DocumentFacts facts) {
        List<String> what = new ArrayList<>();
        if (facts.structureProtected()) {
            what.add("structure");
        }
        what.addAll(facts.protectedSheets());
        return what.isEmpty() ? "nothing" : String.join(", ", what);
    }
}
