package com.zenithcapital.content.publication;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.content.insight.Audience;
import com.zenithcapital.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shall happen when.
 *
 * @param publishAt when clients see it, and everybody too unless {@code publicAt} is later; null if they do already
 * @param publicAt when everybody sees it; null if that is with {@code publishAt}, or never
 * @param withdrawAt when nobody sees it any more; null if never
 */
record Plan(
        @Nullable Instant publishAt,
        @Nullable Instant publicAt,
        @Nullable Instant withdrawAt) {

    private static final Duration FARTHEST = Duration.ofDays(3_660);

    /**
     * The body of a schedule.
     *
     * @param publishAt when its whole audience sees it
     * @param clientsAt when clients do, with {@code publicAt} for everybody else
     */
    record Input(
            @Nullable Instant publishAt,
            @Nullable Instant clientsAt,
            @Nullable Instant publicAt,
            @Nullable Instant withdrawAt) {

        /** For an insight that nobody sees yet. */
        Plan first(Audience audience, Instant now) {
            requireAhead("/publishAt", publishAt, now);
            requireAhead("/clientsAt", clientsAt, now);
            requireAhead("/publicAt", publicAt, now);
            requireAhead("/withdrawAt", withdrawAt, now);
            if (publishAt != null && (clientsAt != null || publicAt != null)) {
                throw wrong("/publishAt", "publishAt is for the whole audience: without clientsAt and publicAt.");
            }
            if (audience == Audience.CLIENTS && publicAt != null) {
                throw wrong("/publicAt", "The insight's audience is clients: it is never public.");
            }
            if (audience == Audience.PUBLIC && clientsAt != null && publicAt == null) {
                throw wrong("/publicAt", "Its audience is public: say when everybody sees it.");
            }
            @Nullable
            Instant begin = Stream.of(publishAt, clientsAt, publicAt)
                    .reduce(null, (found, next) -> found == null ? next : found);
            if (begin == null) {
                throw wrong("/publishAt", "Say when it shall be published.");
            }
            if (publicAt != null && publicAt.isBefore(begin)) {
                throw wrong("/publicAt", "Clients see it first: publicAt is not before clientsAt.");
            }
            requireAfter(publicAt == null ? begin : publicAt);
            boolean opensLater = publicAt != null && publicAt.isAfter(begin);
            return new Plan(begin, opensLater ? publicAt : null, withdrawAt);
        }

        /** For one that is published. */
        Plan next(Audience audience, boolean isOpen, Instant now) {
            requireAhead("/publicAt", publicAt, now);
            requireAhead("/withdrawAt", withdrawAt, now);
            if (publishAt != null || clientsAt != null) {
                throw wrong(publishAt != null ? "/publishAt" : "/clientsAt", "The insight is published already.");
            }
            if (publicAt != null && (isOpen || audience == Audience.CLIENTS)) {
                throw wrong("/publicAt", isOpen ? "It is public already." : "The insight's audience is clients.");
            }
            if (publicAt == null && withdrawAt == null) {
                throw wrong("/withdrawAt", "Say what shall happen: publicAt or withdrawAt.");
            }
            requireAfter(publicAt);
            return new Plan(null, publicAt, withdrawAt);
        }

        private void requireAfter(@Nullable Instant begin) {
            if (withdrawAt != null && begin != null && !withdrawAt.isAfter(begin)) {
                throw wrong("/withdrawAt", "withdrawAt is after what is published.");
            }
        }

        private static void requireAhead(String pointer, @Nullable Instant time, Instant now) {
            if (time != null && (!time.isAfter(now) || time.isAfter(now.plus(FARTHEST)))) {
                throw wrong(pointer, "A time from now on, within ten years. It is %s now.".formatted(now));
            }
        }

        private static ProblemException wrong(String pointer, String detail) {
            return INVALID_REQUEST.at(pointer, detail);
        }
    }
}
