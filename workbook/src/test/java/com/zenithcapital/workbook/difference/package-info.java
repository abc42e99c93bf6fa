@NullMarked
package com.zenithcapital.workbook.difference;

import org.jspecify.annotations.NullMarked;
