package com.zenithcapital.analytics.event;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The fact that a signed-in client looked at an insight or a model: a record of its own on {@code zenith.analytics.events},
 * keyed by the reader, with nothing in it that leads to the anonymous event of the same request: a time of day would, few
 * look at the same page in the same minute.
 *
 * @param id made of the event's id, so that a repeated request repeats it
 * @param kind {@code insight} or {@code model}
 * @param day of UTC
 */
public record ReadershipNoted(UUID id, String reader, String name, String kind, String slug, LocalDate day) {

    /** {@code ce_type} of its records. */
    public static final String TYPE = "zenith.analytics.readership-noted.v1";
}
