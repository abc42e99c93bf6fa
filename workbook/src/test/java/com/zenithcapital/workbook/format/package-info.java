@NullMarked
package com.zenithcapital.workbook.format;

import org.jspecify.annotations.NullMarked;
