/** Lists by keyset: an opaque cursor, a limit, a page. */
@NullMarked
package com.zenithcapital.platform.cursor;

import org.jspecify.annotations.NullMarked;
