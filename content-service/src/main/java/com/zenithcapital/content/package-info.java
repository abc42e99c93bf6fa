/**
 * Insights: editorial workflow, publishing, search, feeds. So far the service itself: it starts, migrates its schema and says how
 * it feels.
 *
 * <p>Each feature gets a package of its own below this one.
 */
@NullMarked
package com.zenithcapital.content;

import org.jspecify.annotations.NullMarked;
