@NullMarked
package com.zenithcapital.workbook.xml;

import org.jspecify.annotations.NullMarked;
