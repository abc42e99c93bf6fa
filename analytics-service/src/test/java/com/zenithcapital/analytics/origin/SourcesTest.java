package com.zenithcapital.analytics.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    private static final Set<String> OWN = Set.of("www.zenith.example");

    private final Sources sources = new Sources();

    @ParameterizedTest
    @CsvSource({
        "https://www.google.com/, Google, SEARCH",
        "https://www.google.co.uk/search?q=zenith, Google, SEARCH",
        "https://google.de, Google, SEARCH",
        "android-app://com.google.android.googlequicksearchbox/, Google, SEARCH",
        "https://news.google.com/x, Google News, REFERRAL",
        "https://mail.google.com/, Gmail, EMAIL",
        "https://www.bing.com/search, Bing, SEARCH",
        "https://duckduckgo.com/, DuckDuckGo, SEARCH",
        "https://t.co/abc, X, SOCIAL",
        "https://x.com/, X, SOCIAL",
        "https://lnkd.in/x, LinkedIn, SOCIAL",
        "https://de.linkedin.com/feed, LinkedIn, SOCIAL",
        "https://notgoogle.com/, notgoogle.com, REFERRAL",
        "https://google.evil.example/, google.evil.example, REFERRAL",
        "https://www.Partner.example:8443/x, partner.example, REFERRAL",
        "https://user@partner.example/, partner.example, REFERRAL",
        "https://www.zenith.example/insights, , INTERNAL",
        ", , DIRECT",
        "'', , DIRECT",
        "nonsense, , DIRECT",
        "https://, , DIRECT",
        "'https://<b>/', , DIRECT"
    })
    void aReferrerHasANameAndAChannel(@Nullable String referrer, @Nullable String name, Channel channel) {
        // When
        Source source = sources.of(referrer, Campaign.NONE, OWN);

        // Then
        assertThat(source).isEqualTo(new Source(name, channel));
    }

    @ParameterizedTest
    @CsvSource({
        "march-letter, email, march-letter, EMAIL",
        "google, cpc, Google, PAID",
        "LinkedIn, , LinkedIn, SOCIAL",
        "linkedin.com, paid-social, LinkedIn, PAID",
        "partner, something, partner, CAMPAIGN",
        "partner, , partner, CAMPAIGN",
        ", newsletter, Bing, EMAIL",
        "facebook, Social-Media, Facebook, SOCIAL"
    })
    void theCampaignGoesFirst(@Nullable String utmSource, @Nullable String utmMedium, String name, Channel channel) {
        // When
        Source source = sources.of("https://www.bing.com/", new Campaign(utmSource, utmMedium, "c"), OWN);

        // Then
        assertThat(source).isEqualTo(new Source(name, channel));
    }

    @Test
    void everyListedSiteIsFound() {
        // Given
        KnownSites known = KnownSites.listed();

        // When
        var lines = ResourceLines.of("sources.tsv");

        // Then
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            String[] columns = line.split("\t", 3);
            for (String host : columns[2].split(" ")) {
                assertThat(known.ofHost(host.replace("*", "com")).map(Source::name))
                        .contains(columns[0]);
            }
        });
    }
}
