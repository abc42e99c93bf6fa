/**
 * What depends on what within a workbook: circles of formulas, and numbers that nothing refers to. Cells with one
 * formula are kept as rectangles and formulas as the references in them, so that millions of cells take few; all of it
 * within bounds, beyond which nothing is said.
 */
@NullMarked
package com.zenithcapital.workbook.dependency;

import org.jspecify.annotations.NullMarked;
