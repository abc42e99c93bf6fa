package com.zenithcapital.content.transfer;

import static com.zenithcapital.platform.input.TextPattern.LINES;
import static com.zenithcapital.platform.input.TextPattern.NOT_BLANK;
import static com.zenithcapital.platform.input.TextPattern.ONE_LINE;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.revision.ContentInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an import: a {@link Document}, of which only the content must be there.
 *
 * @param id kept, so that the same file can be brought twice; made if left out
 * @param state a draft if left out
 */
record ImportLine(
        @Nullable UUID id,
        @Nullable State state,
        @Valid @Nullable Creator createdBy,
        @Nullable Instant createdAt,

        @Size(max = 50, message = "at most 50 co-editors") @Nullable
        List<
                        @NotNull(message = "a co-editor is a user's id")
                        @Pattern(regexp = "[A-Za-z0-9._:@-]{1,100}", message = "the id of a user") String>
                coEditors,

        @Nullable Instant publishedAt,
        @Nullable Instant publicAt,

        @Size(min = 1, max = 1000, message = "1 to 1000 characters")
        @Pattern(regexp = NOT_BLANK, message = "readers are told a reason")
        @Pattern(regexp = LINES, message = "no control characters but line breaks and tabs")
        @Nullable
        String withdrawnReason,

        @NotNull(message = "an insight has a content") @Valid
        ContentInput content,

        @Valid @Nullable ContentInput published) {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    /** An export begins after it. */
    private static final UUID NIL = new UUID(0, 0);

    ImportLine {
        createdAt = asKept(createdAt);
        publishedAt = asKept(publishedAt);
        publicAt = asKept(publicAt);
    }

    /** Who made it, elsewhere. */
    record Creator(
            @NotNull(message = "the id of a user")
            @Pattern(regexp = "[A-Za-z0-9._:@-]{1,100}", message = "the id of a user")
            String id,

            @NotNull(message = "a name")
            @Size(min = 1, max = 200, message = "1 to 200 characters")
            @Pattern(regexp = ONE_LINE, message = "no control characters")
            String name) {}

    /** Refuses what cannot have been: readers are shown what has a date, whatever that is. */
    void requirePast(Instant now) {
        requirePast("/createdAt", createdAt, now);
        requirePast("/publishedAt", publishedAt, now);
        requirePast("/publicAt", publicAt, now);
        if (publicAt != null && (publishedAt == null || publicAt.isBefore(publishedAt))) {
            throw INVALID_REQUEST.at("/publicAt", "Clients see it first: publicAt is not before publishedAt.");
        }
    }

    /** The nil UUID is nobody's, and no export would find it. */
    void requireRealId() {
        if (NIL.equals(id)) {
            throw INVALID_REQUEST.at("/id", "An id is not all zeros.");
        }
    }

    private static void requirePast(String pointer, @Nullable Instant time, Instant now) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(now))) {
            throw INVALID_REQUEST.at(pointer, "A time from the year 1 until now. It is %s now.".formatted(now));
        }
    }

    /** As exactly as the database keeps it: the same line is the same once it was there. */
    private static @Nullable Instant asKept(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    State stateOrDraft() {
        return state == null ? State.DRAFT : state;
    }
}
