/** What callers may write. */
@NullMarked
package com.zenithcapital.platform.input;

import org.jspecify.annotations.NullMarked;
