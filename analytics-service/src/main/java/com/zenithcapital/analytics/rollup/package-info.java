/** Roll-ups: from raw events to cells in memory, from cells to rows, and the same again for a day that is in doubt. */
@NullMarked
package com.zenithcapital.analytics.rollup;

import org.jspecify.annotations.NullMarked;
