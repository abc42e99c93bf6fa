package com.zenithcapital.content.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.zenithcapital.content.body.Heading;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.HeroImage;
import com.zenithcapital.content.insight.Seo;
import com.zenithcapital.content.insight.TargetPrice;
import com.zenithcapital.content.revision.Manuscript;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One revision as its readers would see it. Nothing of the insight around it: who looks has no account. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Preview(
        String title,
        String summary,
        String html,
        List<Heading> outline,
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
        int readingMinutes,
        int revision,
        Instant expiresAt) {

    static Preview of(Manuscript text, int revision, Instant expiresAt) {
        Content content = text.content();
        return new Preview(
                content.title(),
                content.summary(),
                text.rendered().html(),
                text.rendered().outline(),
                content.tags(),
                content.authors(),
                content.issuer(),
                content.ticker(),
                content.rating(),
                content.targetPrice(),
                content.disclosures(),
                content.models(),
                content.seo(),
                content.heroImage(),
                content.language(),
                text.rendered().readingMinutes(),
                revision,
                expiresAt);
    }

    /** So that nobody takes it for what is published. */
    @JsonProperty("preview")
    boolean isPreview() {
        return true;
    }
}
