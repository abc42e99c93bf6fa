/** Readers of insights: how many a service can answer, beside what nginx makes of a file with the same bytes. */
@NullMarked
package com.zenithcapital.benchmarks.insights;

import org.jspecify.annotations.NullMarked;
