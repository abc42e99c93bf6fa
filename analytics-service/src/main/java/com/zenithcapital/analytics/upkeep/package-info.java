/** What keeps the tables in shape: partitions made ahead, what is past its time dropped, what strayed brought home. */
@NullMarked
package com.zenithcapital.analytics.upkeep;

import org.jspecify.annotations.NullMarked;
