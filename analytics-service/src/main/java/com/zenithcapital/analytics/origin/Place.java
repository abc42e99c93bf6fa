package com.zenithcapital.analytics.origin;

import org.jspecify.annotations.Nullable;

/**
 * Roughly where a visitor is.
 *
 * @param country two letters (ISO 3166-1)
 * @param region within it (ISO 3166-2, without the country)
 */
public record Place(@Nullable String country, @Nullable String region) {

    static final Place UNKNOWN = new Place(null, null);
}
