/** Roll-ups as tests make them from made-up events, by nothing of what counts in the service. */
@NullMarked
package com.zenithcapital.analytics.rows;

import org.jspecify.annotations.NullMarked;
