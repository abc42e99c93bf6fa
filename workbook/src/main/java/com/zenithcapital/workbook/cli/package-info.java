/** The command line: arguments in, one JSON document out. */
@NullMarked
package com.zenithcapital.workbook.cli;

import org.jspecify.annotations.NullMarked;
