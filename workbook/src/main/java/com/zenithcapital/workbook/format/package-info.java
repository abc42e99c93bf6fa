/** Number formats: how a stored value looks to whoever opens the workbook (ECMA-376 part 1, 18.8.30 and 18.8.31). */
@NullMarked
package com.zenithcapital.workbook.format;

import org.jspecify.annotations.NullMarked;
