/** Reads formulas as they stand in a file, without calculating them and without trusting them. */
@NullMarked
package com.zenithcapital.workbook.formula;

import org.jspecify.annotations.NullMarked;
