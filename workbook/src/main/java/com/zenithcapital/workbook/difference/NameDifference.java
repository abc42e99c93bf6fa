package com.zenithcapital.workbook.difference;

import org.jspecify.annotations.Nullable;

/**
 * What became of a defined name.
 *
 * @param scope the sheet on which it is known, or null where it is known on all
 * @param before what it referred to, or null where it was added
 * @param after what it refers to, or null where it was removed
 */
public record NameDifference(
        String name,
        @Nullable String scope,
        @Nullable String before,
        @Nullable String after) {}
