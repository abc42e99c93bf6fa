package com.zenithcapital.content.insight;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an insight says: the fields of a revision, by their names in the API.
 *
 * @param body Markdown
 * @param authors as shown to readers; who may approve is told by who saved
 * @param disclosures what the law wants said, a text each
 * @param models slugs or ids of linked models
 * @param language BCP 47
 */
public record Content(
        String slug,
        String title,
        String summary,
        String body,
        List<String> tags,
        List<String> authors,
        @Nullable String issuer,
        @Nullable String ticker,
        @Nullable String rating,
        @Nullable TargetPrice targetPrice,
        List<String> disclosures,
        List<String> models,
        @Nullable Seo seo,
        @Nullable HeroImage heroImage,
        String language,
        Audience audience) {

    public Content {
        tags = distinct(tags);
        authors = distinct(authors);
        disclosures = List.copyOf(disclosures);
        models = distinct(models);
    }

    public Content withSlug(String other) {
        return new Content(
                other,
                title,
                summary,
                body,
                tags,
                authors,
                issuer,
                ticker,
                rating,
                targetPrice,
                disclosures,
                models,
                seo,
                heroImage,
                language,
                audience);
    }

    public Content withTags(List<String> others) {
        return new Content(
                slug,
                title,
                summary,
                body,
                others,
                authors,
                issuer,
                ticker,
                rating,
                targetPrice,
                disclosures,
                models,
                seo,
                heroImage,
                language,
                audience);
    }

    private static List<String> distinct(List<String> texts) {
        return List.copyOf(new LinkedHashSet<>(texts));
    }
}
