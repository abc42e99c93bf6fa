package com.zenithcapital.analytics.question;

import java.time.Duration;

/** How finely what is asked for was counted: the times of a question fall on it, or they would be answered for others. */
public enum Grain {
    MINUTE(Duration.ofMinutes(1), "a minute"),
    QUARTER(Duration.ofMinutes(15), "a quarter of an hour (:00, :15, :30, :45)"),
    /** Of UTC. */
    DAY(Duration.ofDays(1), "a midnight of UTC, since this is counted by days of UTC");

    private final Duration length;
    private final String words;

    Grain(Duration length, String words) {
        this.length = length;
        this.words = words;
    }

    public Duration length() {
        return length;
    }

    String words() {
        return words;
    }
}
