@NullMarked
package com.zenithcapital.workbook.dependency;

import org.jspecify.annotations.NullMarked;
