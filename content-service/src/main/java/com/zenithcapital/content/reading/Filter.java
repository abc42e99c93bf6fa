package com.zenithcapital.content.reading;

import com.zenithcapital.platform.input.QueryParameters;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a list is narrowed to; everything given must hold.
 *
 * @param facets the value for each kind, in lower case; the kind that usually leaves the fewest first
 * @param since from then on
 * @param until up to then, and no longer
 */
record Filter(Map<String, String> facets, Optional<Instant> since, Optional<Instant> until) {

    private static final int LONGEST = 100;

    Filter {
        facets = new LinkedHashMap<>(facets);
    }

    static Filter of(QueryParameters parameters) {
        Map<String, String> facets = new LinkedHashMap<>();
        for (String kind : new String[] {"issuer", "tag", "author"}) {
            parameters.text(kind, LONGEST).ifPresent(value -> facets.put(kind, value.toLowerCase(Locale.ROOT)));
        }
        Filter filter = new Filter(facets, parameters.time("since"), parameters.time("until"));
        if (filter.isNever()) {
            throw QueryParameters.refused("until", "until is later than since.");
        }
        return filter;
    }

    private boolean isNever() {
        return since.isPresent() && until.isPresent() && !until.get().isAfter(since.get());
    }
}
