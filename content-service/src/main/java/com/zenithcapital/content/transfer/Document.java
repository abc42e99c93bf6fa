package com.zenithcapital.content.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An insight as one line of an export: what an import elsewhere makes the same one of.
 *
 * @param state a scheduled one is {@code APPROVED} here: a plan does not travel
 * @param content the newest text
 * @param published what readers see, or saw; null if that is the newest text, or they never saw one
 * @param publishedAt when clients first saw it
 * @param publicAt when everybody first saw it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Document(
        UUID id,
        State state,
        Person createdBy,
        Instant createdAt,
        List<String> coEditors,
        @Nullable Instant publishedAt,
        @Nullable Instant publicAt,
        @Nullable String withdrawnReason,
        Content content,
        @Nullable Content published) {}
