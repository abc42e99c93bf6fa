package com.zenithcapital.workbook.sheet;

/** Is told the formulas of a sheet that stand in no cell: of conditional formats, validations, sparklines. */
public interface FormulasBeside {

    /** {@code moves}: whether it stands for many cells, so that its relative references are those of any of them. */
    void formula(String text, boolean moves);
}
