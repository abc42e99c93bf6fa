package com.zenithcapital.modelfile.workbook;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the engine found in a workbook.
 *
 * @param slug why it was rejected; null when it was not
 * @param detail one sentence for the uploader; null when there is nothing to say
 */
public record Inspection(
        Verdict verdict, @Nullable String slug, @Nullable String detail, List<Sheet> sheets, List<Finding> findings) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public enum Verdict {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("rejected")
        REJECTED
    }

    public enum Visibility {
        @JsonProperty("visible")
        VISIBLE,
        @JsonProperty("hidden")
        HIDDEN,
        @JsonProperty("veryHidden")
        VERY_HIDDEN
    }

    /**
     * @param range the used cells, such as {@code A1:F20}; null for an empty sheet
     * @param cells how many are not empty
     */
    public record Sheet(
            String name, Visibility visibility, @Nullable String range, long cells, long formulas, long errors) {

        public Sheet {
            requireNonNull(name, "name is null");
            requireNonNull(visibility, "visibility is null");
        }
    }

    /**
     * @param sheet where; null when it is about the whole workbook
     */
    public record Finding(
            String rule,
            Severity severity,
            @Nullable String sheet,
            @Nullable String range,
            String message) {

        public Finding {
            requireNonNull(rule, "rule is null");
            requireNonNull(severity, "severity is null");
            requireNonNull(message, "message is null");
        }
    }

    public enum Severity {
        @JsonProperty("info")
        INFO,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("error")
        ERROR
    }

    public Inspection {
        requireNonNull(verdict, "verdict is null");
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
        if ((verdict == Verdict.REJECTED) != (slug != null)) {
            throw new IllegalArgumentException("A rejection has a slug, and nothing else has");
        }
        if (slug != null && !SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("The slug is none");
        }
    }

    /** The workbook's cells, formulas and error cells, over all its sheets. */
    public Totals totals() {
        return new Totals(
                sheets.size(),
                sheets.stream().mapToLong(Sheet::cells).sum(),
                sheets.stream().mapToLong(Sheet::formulas).sum(),
                sheets.stream().mapToLong(Sheet::errors).sum(),
                findings.size());
    }

    public record Totals(int sheets, long cells, long formulas, long errors, int findings) {}
}
