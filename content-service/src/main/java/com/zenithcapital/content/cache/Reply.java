package com.zenithcapital.content.cache;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a read came to, before it is known who gets it, compressed or not, or not at all. Never changed. */
public final class Reply {

    private final String route;
    private final String contentType;
    private final byte[] body;
    private final @Nullable String tag;
    private final ChangeDate date;
    private final @Nullable UUID insight;

    private Reply(
            String route,
            String contentType,
            byte[] body,
            @Nullable String tag,
            ChangeDate date,
            @Nullable UUID insight) {
        this.route = route;
        this.contentType = contentType;
        this.body = body;
        this.tag = tag;
        this.date = date;
        this.insight = insight;
    }

    /**
     * One insight.
     *
     * @param route under which such requests are counted
     * @param tag strong, of these bytes
     * @param changed when readers began to see them, in whole seconds
     */
    public static Reply page(String route, byte[] json, String tag, Instant changed, UUID insight) {
        return new Reply(route, "application/json", json, tag, ChangeDate.ofRow(changed), insight);
    }

    /** What any change of any insight may change. */
    public static Reply list(String route, String contentType, byte[] body) {
        return new Reply(route, contentType, body, null, ChangeDate.UNKNOWN, null);
    }

    String route() {
        return route;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    /** Null where it is to be worked out. */
    @Nullable
    String tag() {
        return tag;
    }

    ChangeDate date() {
        return date;
    }

    @Nullable
    UUID insight() {
        return insight;
    }
}
