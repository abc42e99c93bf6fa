package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.dependency.CircularReferences.Loops;
import com.zenithcapital.workbook.dependency.CircularReferences.Own;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.verdict.Finding;
import com.zenithcapital.workbook.verdict.Rule;
import com.zenithcapital.workbook.verdict.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Says what was found, a limited number of ranges for each sheet. */
final class Report {

    private static final int MOST_CELLS_OF_A_WAY = 5;

    /** Names that a formula need not quote. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");

    private final List<SheetPart> sheets;
    private final int mostRanges;
    /** By sheet. */
    private final Map<Integer, Listed> listed = new TreeMap<>();

    private static final class Listed {

        private final List<Finding> findings = new ArrayList<>();
        private long beyond;
    }

    Report(List<SheetPart> sheets, int mostRanges) {
        this.sheets = sheets;
        this.mostRanges = mostRanges;
    }

    private void add(Rule rule, int sheet, CellRange range, String message) {
        Listed of = listed.computeIfAbsent(sheet, place -> new Listed());
        if (of.findings.size() < mostRanges) {
            of.findings.add(new Finding(rule, sheets.get(sheet).name(), range.toString(), message));
        } else {
            of.beyond += range.cells();
        }
    }

    private List<Finding> end(Rule rule, String what, String hint) {
        List<Finding> all = new ArrayList<>();
        listed.forEach((sheet, of) -> {
            all.addAll(of.findings);
            if (of.beyond > 0) {
                String message = "Elsewhere: " + sentence(of.beyond, what) + hint;
                all.add(Finding.ofSheet(rule, sheets.get(sheet).name(), message));
            }
        });
        listed.clear();
        return all;
    }

    List<Finding> circles(CircularReferences circles, boolean iterating) {
        String hint = iterating ? " Excel is set to iterate, so it does not warn." : "";
        for (Own own : circles.own()) {
            add(
                    Rule.CIRCULAR_REFERENCE,
                    own.sheet(),
                    own.range(),
                    sentence(own.range().cells(), "refers to itself in its formula") + hint);
        }
        for (Loops loops : circles.loops()) {
            addLoops(loops, hint);
        }
        return end(Rule.CIRCULAR_REFERENCE, "depends on itself", hint);
    }

    private void addLoops(Loops loops, String hint) {
        int sheet = loops.start().sheet();
        String way = loops.way().isEmpty() ? "" : way(sheet, loops.way());
        for (CellRange range : loops.ranges()) {
            String message;
            if (way.isEmpty()) {
                message = sentence(range.cells(), "depends on itself");
            } else if (range.cells() == 1) {
                message = "%s depends on itself through %s.".formatted(loops.start(), way);
            } else {
                message = "Each of %d cells depends on itself, %s through %s."
                        .formatted(range.cells(), loops.start(), way);
            }
            add(Rule.CIRCULAR_REFERENCE, sheet, range, message + hint);
            // It is the way of the first range.
            way = "";
        }
    }

    private String way(int sheet, List<Place> cells) {
        StringBuilder way = new StringBuilder();
        int shown = Math.min(cells.size(), MOST_CELLS_OF_A_WAY);
        for (int at = 0; at < shown; at++) {
            Place cell = cells.get(at);
            way.append(at == 0 ? "" : ", ")
                    .append(
                            cell.sheet() == sheet
                                    ? ""
                                    : quoted(sheets.get(cell.sheet()).name()) + "!")
                    .append(cell);
        }
        int more = cells.size() - shown;
        if (more > 0) {
            way.append(more == 1 ? " and one more cell" : " and %d more cells".formatted(more));
        }
        return way.toString();
    }

    private static String quoted(String sheet) {
        String name = Shortened.name(sheet);
        return PLAIN_NAME.matcher(name).matches() ? name : "'" + name.replace("'", "''") + "'";
    }

    List<Finding> unused(UnusedInputs unused) {
        String what = "holds a number that nothing refers to";
        unused.forEach((sheet, range) -> add(Rule.UNUSED_INPUT, sheet, range, sentence(range.cells(), what)));
        return end(Rule.UNUSED_INPUT, what, "");
    }

    private static String sentence(long cells, String what) {
        return cells == 1 ? "One cell %s.".formatted(what) : "Each of %d cells %s.".formatted(cells, what);
    }
}
