package com.zenithcapital.analytics.origin;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What {@code utm_medium} commonly says, as Google Analytics groups it. */
final class Medium {

    private static final Set<String> EMAIL = Set.of("email", "e-mail", "e_mail", "e mail", "newsletter", "mail");
    private static final Set<String> PAID = Set.of(
            "ppc", "retargeting", "display", "banner", "cpm", "cpc", "cpv", "cpa", "cpp", "ads", "adwords", "ad");
    private static final Set<String> SOCIAL = Set.of(
            "social",
            "social-network",
            "social-media",
            "sm",
            "social network",
            "social media",
            "social_network",
            "social_media");
    private static final Set<String> SEARCH = Set.of("organic", "search", "seo");
    private static final Set<String> REFERRAL = Set.of("referral", "link", "app", "partner");

    private Medium() {}

    /** Empty where the word is one of the site's own. */
    static Optional<Channel> channel(String medium) {
        String word = medium.toLowerCase(Locale.ROOT);
        if (PAID.contains(word) || word.startsWith("paid")) {
            return Optional.of(Channel.PAID);
        }
        if (EMAIL.contains(word)) {
            return Optional.of(Channel.EMAIL);
        }
        if (SOCIAL.contains(word)) {
            return Optional.of(Channel.SOCIAL);
        }
        if (SEARCH.contains(word)) {
            return Optional.of(Channel.SEARCH);
        }
        return REFERRAL.contains(word) ? Optional.of(Channel.REFERRAL) : Optional.empty();
    }
}
