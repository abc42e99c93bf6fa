package com.zenithcapital.workbook.sheet;

/**
 * What is wrong with a sheet's formulas.
 *
 * @param oddFormulas formulas that differ from the equal ones on both sides
 * @param oddNumbers numbers between equal formulas
 * @param constants formulas with a number in them
 */
record FormulaFaults(RangeCollector oddFormulas, RangeCollector oddNumbers, RangeCollector constants) {}
