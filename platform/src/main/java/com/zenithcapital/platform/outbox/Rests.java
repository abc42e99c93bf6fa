package com.zenithcapital.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which keys or topics rest after a failure. Each further failure doubles the rest; a success ends it. */
final class Rests {

    private record Rest(Duration length, Instant end) {}

    private final Map<String, Rest> rests = new HashMap<>();
    private final Duration first;
    private final Duration longest;

    Rests(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    void failed(String subject, Instant now) {
        @Nullable Rest before = rests.get(subject);
        Duration length = before == null ? first : before.length().multipliedBy(2);
        if (length.compareTo(longest) > 0) {
            length = longest;
        }
        rests.put(subject, new Rest(length, now.plus(length)));
    }

    void succeeded(String subject) {
        rests.remove(subject);
    }

    Set<String> at(Instant now) {
        Set<String> resting = new HashSet<>();
        rests.forEach((subject, rest) -> {
            if (rest.end().isAfter(now)) {
                resting.add(subject);
            }
        });
        return resting;
    }
}
