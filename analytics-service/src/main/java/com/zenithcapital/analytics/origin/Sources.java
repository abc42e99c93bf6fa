package com.zenithcapital.analytics.origin;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a referrer's name and the channel. What the address of the page says goes before what the referrer says. */
@Singleton
public class Sources {

    /** The longest host name (RFC 1035). */
    private static final int LONGEST_HOST = 253;

    private static final String WORLD_WIDE_WEB = "www.";

    private final KnownSites known = KnownSites.listed();

    /** @param own hosts of the site itself */
    public Source of(@Nullable String referrer, Campaign campaign, Set<String> own) {
        Source before = ofReferrer(referrer, own);
        if (campaign.isNone()) {
            return before;
        }
        Optional<Source> named = Optional.ofNullable(campaign.source()).flatMap(known::named);
        @Nullable
        String name = campaign.source() == null
                ? before.name()
                : named.map(Source::name).orElse(campaign.source());
        return new Source(
                name,
                Optional.ofNullable(campaign.medium())
                        .flatMap(Medium::channel)
                        .or(() -> named.map(Source::channel))
                        .orElse(Channel.CAMPAIGN));
    }

    private Source ofReferrer(@Nullable String referrer, Set<String> own) {
        @Nullable String host = referrer == null ? null : host(referrer);
        if (host == null) {
            return new Source(null, Channel.DIRECT);
        }
        if (own.contains(host)) {
            return new Source(null, Channel.INTERNAL);
        }
        String plain = host.startsWith(WORLD_WIDE_WEB) ? host.substring(WORLD_WIDE_WEB.length()) : host;
        return known.ofHost(plain).orElseGet(() -> new Source(plain, Channel.REFERRAL));
    }

    /**
     * The host of an address, in small letters. Apps give {@code android-app://com.google.android.gm}. Null where there is
     * none: what a referrer says is nobody's fault, so nothing is refused for it.
     */
    public static @Nullable String host(String address) {
        int start = address.indexOf("://");
        if (start <= 0) {
            return null;
        }
        int from = start + 3;
        int end = from;
        while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        String authority = address.substring(from, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
        String name = port > 0 ? host.substring(0, port) : host;
        return isHost(name) ? name.toLowerCase(Locale.ROOT) : null;
    }

    private static boolean isHost(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_HOST
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-._[]:".indexOf(c) >= 0);
    }
}
