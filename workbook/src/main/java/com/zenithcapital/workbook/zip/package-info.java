/** The gate: the archive's directory is judged before anything is inflated, and every inflated byte is counted. */
@NullMarked
package com.zenithcapital.workbook.zip;

import org.jspecify.annotations.NullMarked;
