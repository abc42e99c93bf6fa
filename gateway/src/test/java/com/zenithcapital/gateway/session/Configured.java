package com.zenithcapital.gateway.session;

import java.time.Duration;
import java.util.List;

/** Settings, as they would be read. */
record Configured(String secret, List<String> origins) implements SessionConfig {

    static final String SECRET = "0123456789abcdef0123456789abcdef";

    static Configured with(String secret) {
        return new Configured(secret, List.of("https://www.zenith.example"));
    }

    static Configured ofOrigins(String... origins) {
        return new Configured(SECRET, List.of(origins));
    }

    @Override
    public String clientId() {
        return "zenith-gateway";
    }

    @Override
    public String clientSecret() {
        return "known to nobody";
    }

    @Override
    public Duration idle() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Duration longest() {
        return Duration.ofHours(10);
    }
}
