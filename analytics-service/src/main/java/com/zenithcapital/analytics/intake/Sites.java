package com.zenithcapital.analytics.intake;

import com.zenithcapital.analytics.origin.Sources;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may send events. A browser says truly which page sends, so another site's page cannot; a program can say what
 * it likes, so this keeps no program out.
 */
@Singleton
class Sites {

    /** What a server's events come from. */
    static final String NONE = "";

    private final Set<String> origins;
    private final Set<String> hosts;

    Sites(IntakeConfig config) {
        this.origins =
                config.sites().orElse(List.of()).stream().map(Sites::origin).collect(Collectors.toUnmodifiableSet());
        Set<String> all = new HashSet<>();
        for (String origin : origins) {
            @Nullable String host = Sources.host(origin);
            if (host != null) {
                all.add(host);
            }
        }
        this.hosts = Set.copyOf(all);
    }

    Set<String> hosts() {
        return hosts;
    }

    /**
     * The site that a request comes from, {@link #NONE} for a server's.
     *
     * @throws com.zenithcapital.platform.problem.ProblemException {@code origin-not-allowed}
     */
    String of(MultiMap headers) {
        @Nullable String origin = headers.get("Origin");
        if (origin != null) {
            String small = origin.toLowerCase(Locale.ROOT);
            if (!origins.contains(small)) {
                throw IntakeProblem.ORIGIN_NOT_ALLOWED.because("This origin is none of zenith.analytics.sites.");
            }
            return small;
        }
        if (isBrowsers(headers)) {
            throw IntakeProblem.ORIGIN_NOT_ALLOWED.because("A browser says where its page is from: Origin is missing.");
        }
        return NONE;
    }

    /** The origin as it came, where its pages may read the answer. */
    @Nullable
    String readerOf(MultiMap headers) {
        @Nullable String origin = headers.get("Origin");
        return origin != null && origins.contains(origin.toLowerCase(Locale.ROOT)) ? origin : null;
    }

    private static boolean isBrowsers(MultiMap headers) {
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey();
            if (name.equalsIgnoreCase("Cookie") || name.regionMatches(true, 0, "Sec-Fetch-", 0, 10)) {
                return true;
            }
        }
        return false;
    }

    private static String origin(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        try {
            URI uri = URI.create(small);
            String scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() != null
                    && (scheme + "://" + uri.getAuthority()).equals(small)
                    && scheme.startsWith("http")) {
                return small;
            }
        } catch (IllegalArgumentException e) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static IllegalStateException refused(String text) {
        return new IllegalStateException(
                "zenith.analytics.sites: an origin such as https://www.example.com is needed, not " + text);
    }
}
