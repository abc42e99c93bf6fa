package com.zenithcapital.content.revision;

import static com.zenithcapital.platform.input.TextPattern.LINES;
import static com.zenithcapital.platform.input.TextPattern.NOT_BLANK;
import static com.zenithcapital.platform.input.TextPattern.ONE_LINE;
import static com.zenithcapital.platform.input.TextPattern.SLUG;
import static com.zenithcapital.platform.input.TextPattern.TRIMMED_LINE;

import com.zenithcapital.content.insight.Audience;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.HeroImage;
import com.zenithcapital.content.insight.Seo;
import com.zenithcapital.content.insight.TargetPrice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a POST and of a PUT, which is full: what is left out of it becomes empty, but for the slug and the
 * co-editors, which stay as they are.
 *
 * @param note what the author says of this save; kept with the revision, never shown to readers
 */
public record ContentInput(
        @NotNull(message = "an insight has a title")
        @Pattern(regexp = NOT_BLANK, message = "an insight has a title")
        @Size(max = 200, message = "at most 200 characters")
        @Pattern(regexp = ONE_LINE, message = "no line breaks or control characters")
        String title,

        @Size(max = 600, message = "at most 600 characters")
        @Pattern(regexp = LINES, message = "no control characters but line breaks and tabs")
        @Nullable
        String summary,

        @Size(max = MOST_BODY, message = "at most 200000 characters")
        @Pattern(regexp = LINES, message = "no control characters but line breaks and tabs")
        @Nullable
        String body,

        @Size(max = 100, message = "at most 100 characters")
        @Pattern(regexp = SLUG, message = "lower-case letters and digits, in words joined by -")
        @Nullable
        String slug,

        @Size(max = 20, message = "at most 20 tags") @Nullable
        List<
                        @NotNull(message = "a tag is a text") @Size(min = 1, max = 50, message = "1 to 50 characters")
                        @Pattern(regexp = TRIMMED_LINE, message = "no blanks at its ends, no control characters")
                        String>
                tags,

        @Size(max = 20, message = "at most 20 authors") @Nullable
        List<
                        @NotNull(message = "an author is a text")
                        @Size(min = 1, max = 100, message = "1 to 100 characters")
                        @Pattern(regexp = TRIMMED_LINE, message = "no blanks at its ends, no control characters")
                        String>
                authors,

        @Size(min = 1, max = 120, message = "1 to 120 characters")
        @Pattern(regexp = TRIMMED_LINE, message = "no blanks at its ends, no control characters")
        @Nullable
        String issuer,

        @Pattern(regexp = "[A-Z0-9.:-]{1,20}", message = "1 to 20 of A-Z, 0-9, . : -") @Nullable
        String ticker,

        @Size(min = 1, max = 30, message = "1 to 30 characters")
        @Pattern(regexp = TRIMMED_LINE, message = "no blanks at its ends, no control characters")
        @Nullable
        String rating,

        @Valid @Nullable Price targetPrice,

        @Size(max = 20, message = "at most 20 disclosures") @Nullable
        List<
                        @NotNull(message = "a disclosure is a text")
                        @Size(min = 1, max = 4000, message = "1 to 4000 characters")
                        @Pattern(regexp = LINES, message = "no control characters but line breaks and tabs") String>
                disclosures,

        @Size(max = 20, message = "at most 20 models") @Nullable
        List<
                        @NotNull(message = "a model is named by its slug or id")
                        @Pattern(regexp = SLUG, message = "a model's slug or id: lower-case letters, digits and -")
                        @Size(max = 100, message = "at most 100 characters") String>
                models,

        @Valid @Nullable SearchText seo,

        @Valid @Nullable Image heroImage,

        @Pattern(
                regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}",
                message = "a language tag as of BCP 47, en or de-CH say")
        @Nullable
        String language,

        @Nullable Audience audience,

        @Size(max = 50, message = "at most 50 co-editors") @Nullable
        List<
                        @NotNull(message = "a co-editor is a user's id")
                        @Pattern(regexp = "[A-Za-z0-9._:@-]{1,100}", message = "the id of a user") String>
                coEditors,

        @Size(max = 500, message = "at most 500 characters")
        @Pattern(regexp = LINES, message = "no control characters but line breaks and tabs")
        @Nullable
        String note) {

    private static final int MOST_BODY = 200_000;
    private static final String ADDRESS = "(?:https://|/)[\\x21\\x23-\\x3b\\x3d\\x3f-\\x5b\\x5d\\x5f\\x61-\\x7a\\x7e]*";

    /** What a share may be worth. */
    public record Price(
            @NotNull(message = "a target price has an amount")
            @DecimalMin(value = "0", inclusive = false, message = "more than 0")
            @Digits(integer = 12, fraction = 4, message = "at most 12 digits, and 4 after the point")
            BigDecimal amount,

            @NotNull(message = "a target price has a currency") @Currency
            String currency) {}

    /** What search engines are told. */
    public record SearchText(
            @Size(max = 200, message = "at most 200 characters")
            @Pattern(regexp = ONE_LINE, message = "no line breaks or control characters")
            @Nullable
            String title,

            @Size(max = 400, message = "at most 400 characters")
            @Pattern(regexp = ONE_LINE, message = "no line breaks or control characters")
            @Nullable
            String description,

            @Size(max = 500, message = "at most 500 characters")
            @Pattern(regexp = ADDRESS, message = "an https address, or a path that starts with /")
            @Nullable
            String canonicalUrl) {}

    /** The picture above it. */
    public record Image(
            @NotNull(message = "a picture has an address")
            @Size(max = 500, message = "at most 500 characters")
            @Pattern(regexp = ADDRESS, message = "an https address, or a path that starts with /")
            String url,

            @Size(max = 300, message = "at most 300 characters")
            @Pattern(regexp = ONE_LINE, message = "no line breaks or control characters")
            @Nullable
            String alt) {}

    /** As a text of this slug. */
    public Content content(String withSlug) {
        return new Content(
                withSlug,
                title.strip(),
                summary == null ? "" : summary.strip(),
                body == null ? "" : body,
                orNone(tags),
                orNone(authors),
                issuer,
                ticker,
                rating,
                targetPrice == null ? null : new TargetPrice(targetPrice.amount(), targetPrice.currency()),
                orNone(disclosures),
                orNone(models),
                seo == null ? null : new Seo(seo.title(), seo.description(), seo.canonicalUrl()),
                heroImage == null
                        ? null
                        : new HeroImage(heroImage.url(), heroImage.alt() == null ? "" : heroImage.alt()),
                language == null ? "en" : language,
                audience == null ? Audience.PUBLIC : audience);
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
