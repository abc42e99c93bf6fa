/** Figures to compare the engine with, taken in one run on one machine. */
@NullMarked
package com.zenithcapital.workbook.benchmark;

import org.jspecify.annotations.NullMarked;
