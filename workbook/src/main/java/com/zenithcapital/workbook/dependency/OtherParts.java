package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.xml.PartReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the parts that are no sheets to their end, for what they refer to: charts, pivot tables, controls, tables. */
public final class OtherParts {

    private static final int NO_SHEET = -1;

    private final WorkbookDependencies dependencies;
    private final Map<String, Integer> sheets = new ConcurrentHashMap<>();

    public OtherParts(WorkbookDependencies dependencies) {
        this.dependencies = dependencies;
    }

    /** The part belongs to the sheet at this place. */
    public void add(String part, int sheet) {
        sheets.put(part, sheet);
    }

    public void read(String part, PartReader xml) {
        int sheet = sheets.getOrDefault(part, NO_SHEET);
        boolean table = false;
        StringBuilder text = new StringBuilder();
        while (xml.nextElement()) {
            switch (xml.name()) {
                // Of charts.
                case "f" -> {
                    text.setLength(0);
                    xml.readText(text);
                    dependencies.addBeside(text.toString());
                }
                case "table" -> {
                    // An XML of another kind may use the word too, and then says no range.
                    if (!table && xml.attribute("ref") != null) {
                        table = true;
                        take(sheet, xml.attribute("ref"));
                        addName(xml.attribute("name"));
                        addName(xml.attribute("displayName"));
                    }
                }
                case "location" -> take(sheet, xml.attribute("ref"));
                case "worksheetSource" ->
                    dependencies.addSource(xml.attribute("sheet"), xml.attribute("ref"), xml.attribute("name"));
                case "rangeSet" ->
                    dependencies.addSource(xml.attribute("sheet"), xml.attribute("ref"), xml.attribute("name"));
                case "formControlPr" -> {
                    addFormula(sheet, xml.attribute("fmlaLink"));
                    addFormula(sheet, xml.attribute("fmlaRange"));
                    addFormula(sheet, xml.attribute("fmlaGroup"));
                    addFormula(sheet, xml.attribute("fmlaTxbx"));
                }
                case "sp" -> addFormula(sheet, xml.attribute("textlink"));
                case "parameter" -> addFormula(sheet, xml.attribute("cell"));
                default -> {
                    // Says nothing of cells.
                }
            }
        }
    }

    private void addName(@Nullable String name) {
        if (name != null) {
            dependencies.addTable(name);
        }
    }

    private void take(int sheet, @Nullable String range) {
        if (range != null) {
            dependencies.addTaken(sheet, range);
        }
    }

    private void addFormula(int sheet, @Nullable String formula) {
        if (formula == null || formula.isEmpty()) {
            return;
        }
        if (sheet == NO_SHEET) {
            dependencies.addBeside(formula);
        } else {
            dependencies.addBeside(sheet, formula, false);
        }
    }
}
