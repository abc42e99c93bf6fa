package com.zenithcapital.analytics.deadletter;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Which dead letters to send again: one by its place, or all of a topic that were not yet. */
record ReplayInput(
        @NotNull String topic,
        @Min(0) @Nullable Integer partition,
        @Min(0) @Nullable Long offset,
        @Nullable Boolean all) {}
