package com.zenithcapital.modelfile.model;

import static com.zenithcapital.platform.input.TextPattern.LINES;
import static com.zenithcapital.platform.input.TextPattern.NOT_BLANK;
import static com.zenithcapital.platform.input.TextPattern.ONE_LINE;
import static com.zenithcapital.platform.input.TextPattern.SLUG;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about a model. */
record ModelText(String title, String summary, List<String> tags) {

    ModelText {
        tags = List.copyOf(new LinkedHashSet<>(tags));
    }

    /**
     * The body of a POST and of a PUT, which is full: what is left out of it becomes empty, but for the slug, which is
     * made of the title at first and stays as it is afterwards.
     */
    record Input(
            @NotNull(message = "a model has a title")
            @Pattern(regexp = NOT_BLANK, message = "a model has a title")
            @Size(max = 200, message = "at most 200 characters")
            @Pattern(regexp = ONE_LINE, message = "no line breaks or control characters")
            String title,

            @Size(max = 4000, message = "at most 4000 characters")
            @Pattern(regexp = LINES, message = "no control characters but line breaks and tabs")
            @Nullable
            String summary,

            @Size(max = 100, message = "at most 100 characters")
            @Pattern(regexp = SLUG, message = "lower-case letters and digits, in words joined by -")
            @Nullable
            String slug,

            @Size(max = 20, message = "at most 20 tags") @Nullable
            List<
                            @NotNull(message = "a tag is a text")
                            @Size(min = 1, max = 50, message = "1 to 50 characters")
                            @Pattern(regexp = ONE_LINE, message = "no line breaks or control characters") String>
                    tags) {

        ModelText text() {
            return new ModelText(
                    title.strip(), summary == null ? "" : summary.strip(), tags == null ? List.of() : tags);
        }
    }
}
