package com.zenithcapital.analytics.origin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sites that readers know by a name: from {@code origin/sources.tsv}. */
final class KnownSites {

    /** Stands for whatever comes after the last dot but one: {@code google.*} is google.de and google.co.uk. */
    private static final String ANY_ENDING = "*";

    private final Map<String, Source> byHost = new HashMap<>();
    private final Map<String, Source> byName = new HashMap<>();

    private KnownSites() {}

    static KnownSites listed() {
        KnownSites sites = new KnownSites();
        for (String line : ResourceLines.of("sources.tsv")) {
            String[] columns = line.split("\t", 3);
            Source source = new Source(columns[0], Channel.valueOf(columns[1].toUpperCase(Locale.ROOT)));
            sites.byName.put(columns[0].toLowerCase(Locale.ROOT), source);
            for (String host : columns[2].split(" ")) {
                sites.byHost.put(host, source);
            }
        }
        return sites;
    }

    /** The site of a host, or of one that it is below. */
    Optional<Source> ofHost(String host) {
        String rest = host;
        while (true) {
            @Nullable Source source = byHost.get(rest);
            if (source == null) {
                int dot = rest.indexOf('.');
                source = dot < 0 || !isEnding(rest, dot + 1)
                        ? null
                        : byHost.get(rest.substring(0, dot + 1) + ANY_ENDING);
            }
            int dot = rest.indexOf('.');
            if (source != null || dot < 0) {
                return Optional.ofNullable(source);
            }
            rest = rest.substring(dot + 1);
        }
    }

    /** What {@code utm_source} calls it. */
    Optional<Source> named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        @Nullable Source source = byName.get(small);
        return source == null ? ofHost(small) : Optional.of(source);
    }

    /** A top-level domain, or one of a country with a second level: {@code de}, {@code com}, {@code co.uk}. */
    private static boolean isEnding(String host, int from) {
        int dot = host.indexOf('.', from);
        return dot < 0 || (dot - from <= 3 && host.length() - dot == 3);
    }
}
