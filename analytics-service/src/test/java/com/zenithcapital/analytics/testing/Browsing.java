package com.zenithcapital.analytics.testing;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visitor's requests, as intake would tell them. */
public final class Browsing {

    private Browsing() {}

    /** A new one, in sixteen hexadecimal digits. */
    public static String visitor() {
        return "%016x".formatted(UUID.randomUUID().getLeastSignificantBits());
    }

    public static EventsReceived events(@Nullable String visitor, Instant receivedAt, Received... events) {
        return new EventsReceived(
                receivedAt, visitor, null, null, "DE", "BE", "Firefox", "Linux", "desktop", List.of(events));
    }

    /** In the first half hour of a day. */
    public static EventsReceived bridging(String visitor, String before, Instant receivedAt, Received... events) {
        return new EventsReceived(
                receivedAt, visitor, before, null, "DE", "BE", "Firefox", "Linux", "desktop", List.of(events));
    }

    public static EventsReceived filtered(String reason, Instant receivedAt, Received... events) {
        return new EventsReceived(receivedAt, null, null, reason, null, null, "Googlebot", null, null, List.of(events));
    }

    public static Received view(Instant at, String path) {
        return event("pageview", at, path);
    }

    public static Received event(String name, Instant at, String path) {
        return event(UUID.randomUUID(), name, at, path);
    }

    public static Received event(UUID id, String name, Instant at, String path) {
        return new Received(
                id,
                name,
                at,
                null,
                path,
                "Title of " + path,
                slug("/insights/", path),
                slug("/models/", path),
                "Google",
                "search",
                null,
                null,
                null,
                1440,
                null);
    }

    private static @Nullable String slug(String folder, String path) {
        return path.startsWith(folder) ? path.substring(folder.length()) : null;
    }
}
