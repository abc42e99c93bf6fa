/** What can be said about a file: why it is refused, or what was found in it. Knows nothing of how it is read. */
@NullMarked
package com.zenithcapital.workbook.verdict;

import org.jspecify.annotations.NullMarked;
