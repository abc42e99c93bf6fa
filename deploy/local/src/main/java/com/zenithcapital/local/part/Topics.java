package com.zenithcapital.local.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The topics of the product. Whoever starts a broker creates these: brokers here create none by themselves. */
public final class Topics {

    public static final String INSIGHTS = "zenith.content.insights";
    public static final String VERSIONS = "zenith.model-files.versions";
    public static final String DOWNLOADS = "zenith.model-files.downloads";
    public static final String ANALYTICS_EVENTS = "zenith.analytics.events";

    private static final int PARTITIONS = 6;

    private Topics() {}

    /** Where records of a topic go that could not be processed. */
    public static String deadLettersOf(String topic) {
        return topic + ".dlq";
    }

    /** Each topic with its number of partitions. */
    public static Map<String, Integer> all() {
        SequencedMap<String, Integer> partitions = new LinkedHashMap<>();
        for (String topic : List.of(INSIGHTS, VERSIONS, DOWNLOADS, ANALYTICS_EVENTS)) {
            partitions.put(topic, PARTITIONS);
            partitions.put(deadLettersOf(topic), 1);
        }
        return partitions;
    }
}
