package com.zenithcapital.content.insight;

import org.jspecify.annotations.Nullable;

/** What search engines are told instead of title and summary. */
public record Seo(
        @Nullable String title,
        @Nullable String description,
        @Nullable String canonicalUrl) {}
