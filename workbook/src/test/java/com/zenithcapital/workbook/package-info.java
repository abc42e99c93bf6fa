@NullMarked
package com.zenithcapital.workbook;

import org.jspecify.annotations.NullMarked;
