/**
 * From an HTTP request to an acknowledged Kafka record: which site may send, what an event is, what is kept of it, and
 * a 202 when all replicas have it.
 */
@NullMarked
package com.zenithcapital.analytics.intake;

import org.jspecify.annotations.NullMarked;
