/** How an error is told: one catalogue a feature, thrown with its detail, mapped once to {@code problem+json}. */
@NullMarked
package com.zenithcapital.platform.problem;

import org.jspecify.annotations.NullMarked;
