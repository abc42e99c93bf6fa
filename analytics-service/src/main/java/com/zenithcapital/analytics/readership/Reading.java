package com.zenithcapital.analytics.readership;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client read or downloaded on a day. */
@Schema(description = "What a signed-in client read or downloaded on a UTC day")
public record Reading(
        Reader reader,
        LocalDate day,
        @Schema(description = "insight or model") String kind,
        String slug,
        long views,
        long downloads) {

    /** Who, under the name of the token seen last. */
    public record Reader(String id, String name) {}
}
