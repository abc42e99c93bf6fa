/**
 * What the roll-ups answer: sums, courses over time, breakdowns, the last half hour, ways through the site, weeks in which
 * clients come back, and what was not counted. Nothing here looks at a single event but the ledger of filtered ones.
 */
@NullMarked
package com.zenithcapital.analytics.query;

import org.jspecify.annotations.NullMarked;
