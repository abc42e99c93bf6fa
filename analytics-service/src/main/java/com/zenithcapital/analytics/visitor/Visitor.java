package com.zenithcapital.analytics.visitor;

import org.jspecify.annotations.Nullable;

/**
 * What is known of who came: hashes in sixteen hexadecimal digits.
 *
 * @param before the same with yesterday's salt, in the first half hour of a day
 */
public record Visitor(String today, @Nullable String before) {}
