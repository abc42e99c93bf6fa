/** The cells of one worksheet, in the order in which they are stored, and what is counted while they pass. */
@NullMarked
package com.zenithcapital.workbook.sheet;

import org.jspecify.annotations.NullMarked;
