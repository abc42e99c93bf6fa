package com.zenithcapital.workbook.sheet;

/** Is told what a sheet calculates and which numbers stand in it, cell by cell in the order in which they are stored. */
public interface CellListener {

    /** Hears nothing. */
    CellListener NONE = new CellListener() {
        @Override
        public void formula(CellCursor cell, long form) {
            // Not listened to.
        }

        @Override
        public void unknownFormula(CellCursor cell) {
            // Not listened to.
        }

        @Override
        public void number(CellCursor cell) {
            // Not listened to.
        }
    };

    /** The cursor's text is empty where the cell shares another's formula, of whose form was told before. */
    void formula(CellCursor cell, long form);

    /** A formula of which nothing is known; or a data table, which has a {@link CellCursor#spread}. */
    void unknownFormula(CellCursor cell);

    /** A number that no formula gave. */
    void number(CellCursor cell);
}
