/** XML from strangers: a pull parser with a bound on everything that could grow. */
@NullMarked
package com.zenithcapital.workbook.xml;

import org.jspecify.annotations.NullMarked;
