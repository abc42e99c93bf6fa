@NullMarked
package com.zenithcapital.workbook.ooxml;

import org.jspecify.annotations.NullMarked;
