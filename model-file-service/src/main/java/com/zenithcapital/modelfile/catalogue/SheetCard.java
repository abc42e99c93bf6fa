package com.zenithcapital.modelfile.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A visible sheet of a public version.
 *
 * @param index by which its rows are asked for: its position in the workbook, from 0
 * @param range the used cells; null for an empty sheet
 */
record SheetCard(int index, String name, @Nullable String range, long cells, long formulas, long errors) {}
