@NullMarked
package com.zenithcapital.workbook.formula;

import org.jspecify.annotations.NullMarked;
