/**
 * Workbooks of Excel 97-2003 ([MS-XLS]): a stream of records in a compound file. Apache POI reads the container, the
 * frames of the records and the tokens of formulas; what is kept of them is decided here, so that the heap stays small.
 */
@NullMarked
package com.zenithcapital.workbook.biff;

import org.jspecify.annotations.NullMarked;
