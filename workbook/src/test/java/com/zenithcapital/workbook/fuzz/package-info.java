/** Inputs that nobody thought of: Jazzer changes seeds and follows what reaches new code. */
@NullMarked
package com.zenithcapital.workbook.fuzz;

import org.jspecify.annotations.NullMarked;
