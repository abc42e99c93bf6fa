/** How much one caller may have: budgets that refill, what is told of them, and who counts as one caller. */
@NullMarked
package com.zenithcapital.gateway.limit;

import org.jspecify.annotations.NullMarked;
