package com.zenithcapital.content.cache;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer to a visitor, down to its bytes. Never changed. */
final class Finished {

    /** What an entry takes besides its bytes and its key: objects, headers, the cache's own node. */
    private static final int OVERHEAD = 600;

    private final String route;
    private final String contentType;
    private final String tag;
    private final ChangeDate pageDate;
    private final boolean compressed;
    private final Buffer body;
    private final long generation;
    private final @Nullable UUID insight;

    /**
     * @param route under which its requests are counted
     * @param tag the ETag with its quotes
     * @param pageDate what is known of the one it shows
     * @param generation what had been forgotten when its query began
     * @param insight the one it shows; null when it may show any
     */
    Finished(
            String route,
            String contentType,
            String tag,
            ChangeDate pageDate,
            boolean compressed,
            byte[] body,
            long generation,
            @Nullable UUID insight) {
        this.route = route;
        this.contentType = contentType;
        this.tag = tag;
        this.pageDate = pageDate;
        this.compressed = compressed;
        this.body = Buffer.buffer(body);
        this.generation = generation;
        this.insight = insight;
    }

    String route() {
        return route;
    }

    String contentType() {
        return contentType;
    }

    /** @param lists since when every list is what it is */
    Validators validators(ChangeDate lists) {
        return new Validators(tag, insight == null ? lists : pageDate);
    }

    boolean compressed() {
        return compressed;
    }

    /** May be written out any number of times at once. */
    Buffer body() {
        return body;
    }

    long generation() {
        return generation;
    }

    @Nullable
    UUID insight() {
        return insight;
    }

    int weight(String key) {
        return OVERHEAD + 2 * key.length() + body.length();
    }
}
