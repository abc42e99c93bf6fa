package com.zenithcapital.analytics.query;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The ways of visits in blocks of past days, as {@link Spans} are of what was counted. A visit that began before midnight
 * may still change its way after it, when nothing of its day is counted any more: each day of ways has a version of its own.
 */
@ApplicationScoped
class WaySpans {

    /** Their lengths in days. Most ways are gone every day, so a block of eight is not much longer than a day. */
    private static final List<Integer> LENGTHS = List.of(8, 64);

    private final Database database;
    private final Blocks blocks;

    WaySpans(Database database) {
        this.database = database;
        this.blocks = new Blocks(
                database, LENGTHS, "visit_way_span_state", "version", "select day, version as mark from visit_way_day");
    }

    Cover cover(LocalDate first, LocalDate end) {
        return blocks.cover(first, end);
    }

    Optional<Span> due(LocalDate today) {
        return blocks.due(today);
    }

    void settle(Span span) {
        long version = blocks.mark(span);
        database.update("delete from visit_way_span where days = ? and first = ?", (short) span.days(), span.first());
        // By visit_way's primary key.
        database.update("""
                insert into visit_way_span (days, first, steps, visits)
                select ?, ?, steps, sum(visits)
                from visit_way
                where day >= ? and day < ?
                group by steps
                order by steps
                """, (short) span.days(), span.first(), span.first(), span.end());
        blocks.settled(span, version);
    }
}
