package com.zenithcapital.analytics.origin;

import org.jspecify.annotations.Nullable;

/**
 * Where a visitor came from.
 *
 * @param name of a site that is well known, else its host; null where nobody led here
 */
public record Source(@Nullable String name, Channel channel) {}
