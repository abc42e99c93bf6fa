package com.zenithcapital.content.desk;

import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.revision.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision in the list of an insight's.
 *
 * @param changed the fields that differ from the one before
 * @param originRevision the revision it was restored from, or merged onto
 */
record RevisionLine(
        int number,
        String title,
        Person savedBy,
        Instant savedAt,
        @Nullable String note,
        Origin origin,
        @Nullable Integer originRevision,
        List<String> changed) {}
