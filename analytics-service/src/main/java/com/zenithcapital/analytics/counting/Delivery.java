package com.zenithcapital.analytics.counting;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that came, and what is to be counted of it.
 *
 * @param fact null where there is nothing to count: its offset moves on with the others'
 */
record Delivery(
        ConsumerRecord<byte[], byte[]> record, @Nullable Fact fact) {

    int size() {
        return fact == null ? 0 : fact.size();
    }

    Delivery withoutFact() {
        return new Delivery(record, null);
    }
}
