@NullMarked
package com.zenithcapital.workbook.zip;

import org.jspecify.annotations.NullMarked;
