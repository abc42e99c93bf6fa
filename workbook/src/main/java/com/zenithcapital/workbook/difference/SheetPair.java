package com.zenithcapital.workbook.difference;

import com.zenithcapital.workbook.ooxml.SheetPart;

/**
 * A sheet of both versions, and which of its rows and columns are which.
 *
 * @param before its place in the old workbook, from 0
 * @param after its place in the new one
 * @param comparable whether both versions are stored in order, so that they can be passed in step
 */
record SheetPair(
        int before, int after, SheetPart old, SheetPart now, LineMap rows, LineMap columns, boolean comparable) {}
