package com.zenithcapital.analytics.deadletter;

import org.apache.kafka.common.TopicPartition;

/** Where a dead letter lies. */
record LetterPlace(String topic, int partition, long offset) {

    TopicPartition of() {
        return new TopicPartition(topic, partition);
    }
}
