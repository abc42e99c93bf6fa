@NullMarked
package com.zenithcapital.workbook.cli;

import org.jspecify.annotations.NullMarked;
