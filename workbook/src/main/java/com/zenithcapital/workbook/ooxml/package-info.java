/** The parts of an Office Open XML package (ECMA-376) and how they refer to each other. */
@NullMarked
package com.zenithcapital.workbook.ooxml;

import org.jspecify.annotations.NullMarked;
