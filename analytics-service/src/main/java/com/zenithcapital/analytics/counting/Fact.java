package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.ReadershipNoted;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a record tells, if it is one that is counted. */
sealed interface Fact {

    /** How much of a batch it is. */
    int size();

    /**
     * Events of one visitor.
     *
     * @param visitor today's hash; before: yesterday's
     */
    record Events(
            EventsReceived data,
            @Nullable Long visitor,
            @Nullable Long before) implements Fact {
        @Override
        public int size() {
            return data.events().size();
        }
    }

    record Reading(ReadershipNoted data) implements Fact {
        @Override
        public int size() {
            return 1;
        }
    }

    record Download(UUID id, Instant at, DownloadStarted data) implements Fact {
        @Override
        public int size() {
            return 1;
        }
    }
}
