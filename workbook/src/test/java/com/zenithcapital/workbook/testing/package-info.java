/** Builds archives and workbooks byte by byte, honest or not. */
@NullMarked
package com.zenithcapital.workbook.testing;

import org.jspecify.annotations.NullMarked;
