package com.zenithcapital.content.transfer;

import static com.zenithcapital.platform.input.TextPattern.ONE_LINE;

import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.revision.ContentInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

        @Size(min = 1, max = 1000, message = "1 to 1000 characters") @Nullable
        String withdrawnReason,

        @NotNull(message = "an insight has a content") @Valid
        ContentInput content,

        @Valid @Nullable ContentInput published) {

    /** Who made it, elsewhere. */
    record Creator(
            @NotNull(message = "the id of a user")
            @Pattern(regexp = "[A-Za-z0-9._:@-]{1,100}", message = "the id of a user")
            String id,

            @NotNull(message = "a name")
            @Size(min = 1, max = 200, message = "1 to 200 characters")
            @Pattern(regexp = ONE_LINE, message = "no control characters")
            String name) {}

    State stateOrDraft() {
        return state == null ? State.DRAFT : state;
    }
}
