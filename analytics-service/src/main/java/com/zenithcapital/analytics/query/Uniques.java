package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.event.Visitors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What {@code visitors} means and how far off it may be; the same in every answer. */
@Schema(description = "What visitors means, and its relative standard error")
public record Uniques(String meaning, double standardError) {

    public static final Uniques STATED = new Uniques(
            "sum of daily uniques (days of UTC): a visitor's key dies with its day, so who comes on two days counts twice;"
                    + " within a day each counts once, estimated",
            Math.round(Visitors.STANDARD_ERROR * 1_000) / 1_000.0);
}
