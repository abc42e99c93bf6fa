package com.zenithcapital.workbook.sheet;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;

import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Rule;
import com.zenithcapital.workbook.verdict.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** A worksheet that has been read to its end; its preview waits for the shared strings. */
public final class SheetContent {

    private final SheetCounts counts;
    private final SortedMap<String, RangeCollector> errors;
    private final SortedMap<String, RangeCollector> volatileFunctions;
    private final FormulaFaults faults;
    private final long highestString;
    private final PreviewCollector preview;

    SheetContent(
            SheetCounts counts,
            SortedMap<String, RangeCollector> errors,
            SortedMap<String, RangeCollector> volatileFunctions,
            FormulaFaults faults,
            long highestString,
            PreviewCollector preview) {
        this.counts = counts;
        this.errors = errors;
        this.volatileFunctions = volatileFunctions;
        this.faults = faults;
        this.highestString = highestString;
        this.preview = preview;
    }

    public SheetCounts counts() {
        return counts;
    }

    /** The numbers of the shared strings that its preview shows. */
    public IntStream wantedStrings() {
        return preview.wantedStrings();
    }

    /** Refuses the sheet where it refers to more shared strings than there are. */
    public void check(String sheet, SharedStrings strings) {
        if (highestString >= strings.count()) {
            throw CORRUPT.because("The sheet %s refers to the shared string %d, and there are %d."
                    .formatted(Shortened.name(sheet), highestString, strings.count()));
        }
    }

    public SheetPreview preview(SharedStrings strings) {
        return preview.shown(strings);
    }

    /** Whether its cells cannot be changed before the protection is taken off. */
    public boolean isProtected() {
        return preview.isProtected();
    }

    public List<Finding> findings(String sheet) {
        List<Finding> findings = new ArrayList<>();
        errors.forEach((value, cells) -> addRanges(findings, Rule.ERROR_CELL, sheet, "shows " + value, cells));
        volatileFunctions.forEach(
                (name, cells) -> addRanges(findings, Rule.VOLATILE_FUNCTION, sheet, "calls " + name, cells));
        addRanges(
                findings,
                Rule.INCONSISTENT_FORMULA,
                sheet,
                "holds another formula than the equal ones on both sides",
                faults.oddFormulas());
        addRanges(
                findings,
                Rule.INCONSISTENT_FORMULA,
                sheet,
                "holds a number between equal formulas",
                faults.oddNumbers());
        addRanges(findings, Rule.HARD_CODED_NUMBER, sheet, "has a number in its formula", faults.constants());
        return findings;
    }

    private static void addRanges(
            List<Finding> findings, Rule rule, String sheet, String what, RangeCollector collector) {
        for (CellRange range : collector.ranges()) {
            findings.add(new Finding(rule, sheet, range.toString(), sentence(range.cells(), what)));
        }
        if (collector.cellsBeyond() > 0) {
            findings.add(Finding.ofSheet(rule, sheet, "Elsewhere: " + sentence(collector.cellsBeyond(), what)));
        }
    }

    private static String sentence(long cells, String what) {
        return cells == 1 ? "One cell %s.".formatted(what) : "Each of %d cells %s.".formatted(cells, what);
    }
}
