/** What analytics-service answers of ten million events: ninety days of roll-ups, made directly, and each kind of question. */
@NullMarked
package com.zenithcapital.benchmarks.analytics;

import org.jspecify.annotations.NullMarked;
