package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.difference.DefinedNames.DefinedName;
import com.zenithcapital.workbook.difference.SheetPairs.Span;
import com.zenithcapital.workbook.formula.TokenKind;
import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.sheet.CellRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells that a formula of the new workbook names. What it finds by calculating (OFFSET, INDIRECT), in tables or in
 * other workbooks is not seen.
 */
final class Precedents {

    /** A rectangle of each of some sheets, mostly one. */
    record Area(Span sheets, CellRange range) {}

    /** More areas of one name are not followed. */
    private static final int MOST_AREAS = 64;

    private final SheetPairs pairs;
    private final List<SheetPart> sheets;
    private final Map<String, List<Area>> names = new HashMap<>();
    private final Formula nameFormula = new Formula();

    Precedents(SheetPairs pairs, List<SheetPart> sheets, Map<String, DefinedName> defined) {
        this.pairs = pairs;
        this.sheets = List.copyOf(sheets);
        defined.forEach((key, name) -> {
            nameFormula.read(name.refersTo());
            List<Area> areas = new ArrayList<>();
            // A name of names is followed as far as those were defined before.
            read(nameFormula, -1, area -> {
                if (areas.size() < MOST_AREAS) {
                    areas.add(area);
                }
            });
            names.put(key, areas);
        });
    }

    /** What is done with each area. */
    interface Visitor {

        void visit(Area area);
    }

    /** What a name stands for, by its key. */
    List<Area> named(String key) {
        return names.getOrDefault(key, List.of());
    }

    /** Visits the areas of the formula that was just begun, in a cell of the sheet at this place. */
    void read(Formula formula, int own, Visitor visitor) {
        @Nullable Span span = own < 0 ? null : new Span(own, own);
        @Nullable Span of = span;
        for (TokenKind kind = formula.next(); kind != TokenKind.END; kind = formula.next()) {
            switch (kind) {
                case SHEET -> of = pairs.span(formula.token());
                case CELL, ROW, COLUMN -> {
                    if (of == null) {
                        continue;
                    }
                    visitor.visit(new Area(of, range(formula, kind)));
                }
                case NAME -> {
                    named(formula.token(), own).forEach(visitor::visit);
                    of = span;
                }
                default -> {
                    if (!formula.isColon()) {
                        of = span;
                    }
                }
            }
        }
    }

    private List<Area> named(String name, int own) {
        List<Area> local = own < 0
                ? null
                : names.get(DefinedNames.key(name, sheets.get(own).name()));
        return local != null ? local : names.getOrDefault(DefinedNames.key(name, null), List.of());
    }

    /** The range that begins here, to its other corner, where the formula then stands; or the one cell. */
    private static CellRange range(Formula formula, TokenKind kind) {
        int row = formula.row();
        int column = formula.column();
        int otherRow = row;
        int otherColumn = column;
        if (formula.isFirstCorner()) {
            formula.next();
            TokenKind other = formula.next();
            if (other == kind) {
                otherRow = formula.row();
                otherColumn = formula.column();
            }
        }
        boolean wholeColumns = kind == TokenKind.COLUMN;
        boolean wholeRows = kind == TokenKind.ROW;
        return new CellRange(
                wholeColumns ? 1 : Math.min(row, otherRow),
                wholeRows ? 1 : Math.min(column, otherColumn),
                wholeColumns ? CellRange.ROWS : Math.max(row, otherRow),
                wholeRows ? CellRange.COLUMNS : Math.max(column, otherColumn));
    }
}
