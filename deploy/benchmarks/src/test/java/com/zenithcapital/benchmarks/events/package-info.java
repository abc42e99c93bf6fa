/** Events on their way in: how many are accepted, how many are counted, beside what Postgres can do at best. */
@NullMarked
package com.zenithcapital.benchmarks.events;

import org.jspecify.annotations.NullMarked;
