package com.zenithcapital.content.transfer;

import static com.zenithcapital.platform.input.TextPattern.LINES;
import static com.zenithcapital.platform.input.TextPattern.NOT_BLANK;
import static com.zenithcapital.platform.input.TextPattern.TRIMMED_LINE;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The same for many insights, each by itself.
 *
 * @param tags what is put on or taken off; for those two actions only
 * @param reason what readers are told; for a withdrawal only
 */
record BulkInput(
        @NotNull(message = "say what to do: action") Action action,

        @NotNull(message = "name the insights: ids") @Size(min = 1, max = 100, message = "1 to 100 ids")
        List<@NotNull(message = "an id is a UUID") UUID> ids,

        @Size(min = 1, max = 20, message = "1 to 20 tags") @Nullable
        List<
                        @NotNull(message = "a tag is a text") @Size(min = 1, max = 50, message = "1 to 50 characters")
                        @Pattern(regexp = TRIMMED_LINE, message = "no blanks at its ends, no control characters")
                        String>
                tags,

        @Size(min = 1, max = 1000, message = "1 to 1000 characters")
        @Pattern(regexp = NOT_BLANK, message = "readers are told a reason")
        @Pattern(regexp = LINES, message = "no control characters but line breaks and tabs")
        @Nullable
        String reason) {

    /** What may be done to many. */
    enum Action {
        @JsonProperty("submit")
        SUBMIT,
        @JsonProperty("approve")
        APPROVE,
        @JsonProperty("publish")
        PUBLISH,
        @JsonProperty("withdraw")
        WITHDRAW,
        @JsonProperty("archive")
        ARCHIVE,
        @JsonProperty("tag")
        TAG,
        @JsonProperty("untag")
        UNTAG
    }
}
