package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.sheet.CellKind;
import org.jspecify.annotations.Nullable;

/**
 * A cell in one of the versions, its texts cut to a length.
 *
 * @param formula without its equals sign, or null where the cell holds a constant
 * @param value as it is stored, or null where it was never calculated
 * @param numberFormat the code of the format that it is shown in
 */
public record CellState(@Nullable String formula, @Nullable String value, CellKind kind, String numberFormat) {}
