/** A fact and its event in one transaction: kept in a table, handed to Kafka by the relay. */
@NullMarked
package com.zenithcapital.platform.outbox;

import org.jspecify.annotations.NullMarked;
