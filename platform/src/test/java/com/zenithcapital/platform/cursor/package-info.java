@NullMarked
package com.zenithcapital.platform.cursor;

import org.jspecify.annotations.NullMarked;
