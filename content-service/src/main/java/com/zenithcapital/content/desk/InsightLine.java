package com.zenithcapital.content.desk;

import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.Review;
import com.zenithcapital.content.insight.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An insight in the desk's list: all but its text. */
record InsightLine(
        InsightId id,
        String slug,
        String title,
        String summary,
        List<String> tags,
        State state,
        Review review,
        int revision,
        @Nullable Integer publishedRevision,
        @Nullable Instant publishedAt,
        Person createdBy,
        Instant createdAt,
        Person updatedBy,
        Instant updatedAt,
        @Nullable Instant deletedAt) {}
