package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sheet that tests edit as a person would: rows and columns are inserted with all that follows moving along. */
final class SheetModel {

    /** Each cell a number, a text, {@code =formula value}, or empty. */
    private final List<List<String>> rows = new ArrayList<>();

    static SheetModel of(String... rows) {
        SheetModel sheet = new SheetModel();
        for (String row : rows) {
            sheet.rows.add(new ArrayList<>(Arrays.asList(row.split("\\|", -1))));
        }
        return sheet;
    }

    SheetModel copy() {
        SheetModel copy = new SheetModel();
        rows.forEach(row -> copy.rows.add(new ArrayList<>(row)));
        return copy;
    }

    void insertRow(int row, String cells) {
        rows.add(row - 1, new ArrayList<>(Arrays.asList(cells.split("\\|", -1))));
    }

    void deleteRow(int row) {
        rows.remove(row - 1);
    }

    /** {@code text} is followed by the row's number. */
    void insertColumn(int column, String text) {
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).add(column - 1, text + row);
        }
    }

    void deleteColumn(int column) {
        rows.forEach(row -> row.remove(column - 1));
    }

    SheetModel set(int row, int column, String cell) {
        rows.get(row - 1).set(column - 1, cell);
        return this;
    }

    int height() {
        return rows.size();
    }

    String part() {
        StringBuilder xml = new StringBuilder();
        for (int row = 1; row <= rows.size(); row++) {
            xml.append("<row r=\"").append(row).append("\">");
            List<String> cells = rows.get(row - 1);
            for (int column = 1; column <= cells.size(); column++) {
                append(xml, CellRange.columnName(column) + row, cells.get(column - 1));
            }
            xml.append("</row>");
        }
        return WorkbookBuilder.sheetData(xml.toString());
    }

    private static void append(StringBuilder xml, String place, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (cell.startsWith("=")) {
            int space = cell.lastIndexOf(' ');
            xml.append("<c r=\"%s\"><f>%s</f><v>%s</v></c>"
                    .formatted(place, cell.substring(1, space), cell.substring(space + 1)));
        } else if (Character.isDigit(cell.charAt(0))) {
            xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, cell));
        } else {
            xml.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, cell));
        }
    }
}
