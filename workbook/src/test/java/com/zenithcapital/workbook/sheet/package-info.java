@NullMarked
package com.zenithcapital.workbook.sheet;

import org.jspecify.annotations.NullMarked;
