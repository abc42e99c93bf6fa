/**
 * From Kafka's records to rows, each once: a batch of records is one transaction, which keeps the offsets too.
 *
 * <p>{@code EventConsumer} polls and recovers, {@code Batches} has a batch written whole or in ever smaller parts,
 * {@code BatchWriter} is the order of one transaction.
 */
@NullMarked
package com.zenithcapital.analytics.counting;

import org.jspecify.annotations.NullMarked;
