package com.zenithcapital.content.insight;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.outbox.OutboxEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to an insight, in the past tense: what this service publishes. The key is the insight's id. */
public record InsightFact(UUID eventId, Instant at, Action action, News data) implements OutboxEvent {

    public static final String TOPIC = "zenith.content.insights";

    /** What happened; its members are the JSON that is published. Adding a member is free, changing one is a new type. */
    public sealed interface News {}

    /** Where the insight stands after it. No text: who hears it may not be allowed to read that yet. */
    public record Ref(InsightId insightId, String slug, State state, int revision, int change, String by)
            implements News {}

    /**
     * What readers see now.
     *
     * @param audience who sees it by now: {@code clients} as long as it is not open to everybody
     * @param publicAt since when everybody does; null while only clients do
     * @param publication its number among this insight's, by which the record can be asked for
     * @param digest SHA-256 of that record, in hexadecimal
     * @param scheduledFor when it should have happened; null if an editor did it at once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            @JsonUnwrapped Ref of,
            String title,
            List<String> tags,
            List<String> authors,
            @Nullable String issuer,
            @Nullable String ticker,
            Audience audience,
            Instant publishedAt,
            @Nullable Instant publicAt,
            int publication,
            String digest,
            @Nullable String note,
            @Nullable Instant scheduledFor)
            implements News {}

    /** Readers see it no more, and are told why. */
    public record Hidden(@JsonUnwrapped Ref of, String reason) implements News {}

    public InsightFact {
        requireNonNull(eventId, "eventId is null");
        requireNonNull(at, "at is null");
        requireNonNull(data, "data is null");
    }

    static InsightFact of(Instant at, Action action, News news) {
        return new InsightFact(Ids.next(), at, action, news);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String type() {
        return "zenith.content.insight-" + action.word() + ".v1";
    }

    @Override
    public String key() {
        Ref of =
                switch (data) {
                    case Ref ref -> ref;
                    case Shown shown -> shown.of();
                    case Hidden hidden -> hidden.of();
                };
        return of.insightId().toString();
    }
}
