package com.zenithcapital.workbook.dependency;

import com.zenithcapital.workbook.format.CellStyles;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.ooxml.SheetPart.Kind;
import com.zenithcapital.workbook.ooxml.SheetPart.Visibility;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.sheet.PreviewShape;
import com.zenithcapital.workbook.sheet.SheetCursor;
import com.zenithcapital.workbook.sheet.WorksheetReader;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.xml.PartReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A workbook of formulas, without a file around it. */
final class Model {

    private final List<SheetPart> sheets = new ArrayList<>();
    private final List<SortedMap<Place, String>> cells = new ArrayList<>();
    private String names = "";

    Model(String... names) {
        for (String name : names) {
            sheets.add(new SheetPart(name, Visibility.VISIBLE, Kind.WORKSHEET, name + ".xml"));
            cells.add(new TreeMap<>());
        }
    }

    /** A formula begins with an equals sign, a number does not. */
    Model put(int sheet, int row, int column, String content) {
        cells.get(sheet).put(new Place(sheet, row, column), content);
        return this;
    }

    /** From {@code A1} on: cells apart by blanks, {@code -} for an empty one. */
    Model rows(int sheet, String... rows) {
        for (int row = 0; row < rows.length; row++) {
            String[] contents = rows[row].trim().split("\\s+");
            for (int column = 0; column < contents.length; column++) {
                if (!contents[column].equals("-")) {
                    put(sheet, row + 1, column + 1, contents[column]);
                }
            }
        }
        return this;
    }

    Model name(String name, String refersTo) {
        names += "<definedName name=\"%s\">%s</definedName>".formatted(name, refersTo);
        return this;
    }

    SortedMap<Place, String> cells(int sheet) {
        return cells.get(sheet);
    }

    CircularReferences circles(CircularReferences.Limits limits) {
        SheetNames sheetNames = new SheetNames(sheets);
        WorkbookNames workbookNames =
                WorkbookNames.read(xml("<workbook><definedNames>" + names + "</definedNames></workbook>"), sheetNames);
        List<@Nullable SheetFormulas> formulas = new ArrayList<>();
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            SheetFormulas of = new SheetFormulas(
                    sheet,
                    new ReferenceReader(sheetNames, workbookNames),
                    new Allowance(Integer.MAX_VALUE),
                    new Allowance(Integer.MAX_VALUE),
                    new InputNumbers(CellStyles.none(), new Allowance(Integer.MAX_VALUE)));
            new WorksheetReader(
                            sheets.get(sheet), Policy.STRICT, PreviewShape.NOTHING, 25, CellStyles.none(), false, of)
                    .read(new SheetCursor(xml(sheet(sheet))));
            of.close();
            formulas.add(of);
        }
        CircularReferences circles = new CircularReferences(formulas, limits);
        circles.find();
        return circles;
    }

    private static PartReader xml(String text) {
        return new PartReader("part", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String sheet(int sheet) {
        StringBuilder rows = new StringBuilder();
        int row = 0;
        for (var cell : cells.get(sheet).entrySet()) {
            Place place = cell.getKey();
            if (place.row() != row) {
                rows.append(row == 0 ? "" : "</row>").append("<row r=\"%d\">".formatted(place.row()));
                row = place.row();
            }
            String reference = CellRange.columnName(place.column()) + place.row();
            String content = cell.getValue();
            rows.append(
                    content.startsWith("=")
                            ? "<c r=\"%s\"><f>%s</f></c>".formatted(reference, content.substring(1))
                            : "<c r=\"%s\"><v>%s</v></c>".formatted(reference, content));
        }
        return WorkbookBuilder.sheetData(rows.append(row == 0 ? "" : "</row>").toString());
    }
}
