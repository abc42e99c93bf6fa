@NullMarked
package com.zenithcapital.modelfile.workbook;

import org.jspecify.annotations.NullMarked;
