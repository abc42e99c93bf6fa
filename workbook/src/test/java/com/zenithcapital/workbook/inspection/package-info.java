@NullMarked
package com.zenithcapital.workbook.inspection;

import org.jspecify.annotations.NullMarked;
