package com.zenithcapital.content.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.zenithcapital.content.body.Heading;
import com.zenithcapital.content.insight.Approval;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.Edition;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.Review;
import com.zenithcapital.content.insight.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An insight as those see it who work on it: its newest text, and where that stands.
 *
 * @param review of the newest revision: a published insight may have a next text under way
 * @param publishedRevision what readers see, or saw before it was withdrawn
 * @param publishedAt when readers first saw it
 * @param approval of the newest revision
 * @param plan what is due
 * @param withdrawnReason what readers are told
 */
public record InsightView(
        InsightId id,
        State state,
        Review review,
        int revision,
        @JsonUnwrapped Content content,
        String html,
        List<Heading> outline,
        int words,
        int readingMinutes,
        @Nullable Integer publishedRevision,
        @Nullable Instant publishedAt,
        @Nullable Approval approval,
        @Nullable Plan plan,
        @Nullable String withdrawnReason,
        List<String> coEditors,
        Person createdBy,
        Instant createdAt,
        Person updatedBy,
        Instant updatedAt,
        @JsonIgnore Edition edition) {

    /**
     * What is due for an insight.
     *
     * @param publishAt when readers will see it: clients, where {@code publicAt} is later
     * @param publicAt when everybody will
     * @param withdrawAt when nobody will any more
     */
    public record Plan(
            @Nullable Instant publishAt,
            @Nullable Instant publicAt,
            @Nullable Instant withdrawAt) {}
}
