/** The whole way from a file to its verdict, its sheets, its findings and its preview. */
@NullMarked
package com.zenithcapital.workbook.inspection;

import org.jspecify.annotations.NullMarked;
