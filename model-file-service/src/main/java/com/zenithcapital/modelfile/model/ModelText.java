package com.zenithcapital.modelfile.model;

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
            @Pattern(regexp = NO_CONTROLS, message = "no line breaks or control characters")
            String title,

            @Size(max = 4000, message = "at most 4000 characters")
            @Pattern(regexp = LINES_ONLY, message = "no control characters but line breaks and tabs")
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
                            @Pattern(regexp = NO_CONTROLS, message = "no line breaks or control characters") String>
                    tags) {

        // Possessive: a long text must not be tried in more ways than one, nor on a stack that has an end.
        private static final String SLUG = "[a-z0-9]++(?:-[a-z0-9]++)*+";
        /** By Unicode's idea of white space; that of {@code @NotBlank} ends with ASCII. */
        private static final String NOT_BLANK = "(?sU).*\\S.*";

        private static final String NO_CONTROLS = "[^\\p{Cntrl}]*";
        private static final String LINES_ONLY = "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*";

        ModelText text() {
            return new ModelText(
                    title.strip(), summary == null ? "" : summary.strip(), tags == null ? List.of() : tags);
        }
    }
}
