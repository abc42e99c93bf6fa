/**
 * Event intake, roll-ups, queries, export. So far the service itself: it starts, migrates its schema and says how it
 * feels.
 *
 * <p>Each feature gets a package of its own below this one.
 */
@NullMarked
package com.zenithcapital.analytics;

import org.jspecify.annotations.NullMarked;
