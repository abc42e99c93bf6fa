/** What time it is. */
@NullMarked
package com.zenithcapital.platform.clock;

import org.jspecify.annotations.NullMarked;
