package com.zenithcapital.analytics.counting;

import java.time.Duration;

/** The settings of an instance of a test's own. */
record Counting(boolean enabled, int batch, Duration linger, CountingConfig others) implements CountingConfig {

    static Counting of(CountingConfig config) {
        return new Counting(true, Integer.getInteger("zenith.speed.batch", config.batch()), config.linger(), config);
    }

    static Counting inSmallBatches(CountingConfig config) {
        return new Counting(true, 500, Duration.ofMillis(50), config);
    }

    @Override
    public int threads() {
        return Integer.getInteger("zenith.speed.threads", others.threads());
    }

    @Override
    public Duration busyLinger() {
        return others.busyLinger();
    }

    @Override
    public Duration statementTimeout() {
        return others.statementTimeout();
    }

    @Override
    public Duration sessionTimeout() {
        return others.sessionTimeout();
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(100);
    }
}
