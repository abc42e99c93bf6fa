package com.zenithcapital.analytics.export;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored events of a UTC day, in the order in which they happened. */
@ApplicationScoped
class RawEvents {

    private static final int AT_ONCE = 1_000;

    /** No id is as early. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;

    RawEvents(Database database) {
        this.database = database;
    }

    List<RawEvent> first(LocalDate day) {
        return after(day, day.atStartOfDay(ZoneOffset.UTC).toInstant(), FIRST);
    }

    List<RawEvent> next(LocalDate day, RawEvent last) {
        return after(day, last.occurredAt(), last.id());
    }

    /** Many short statements, as none may take longer than ten seconds. By event_occurred of the day's partition. */
    private List<RawEvent> after(LocalDate day, Instant time, UUID id) {
        return database.list(
                """
                select occurred_at, received_at, id, lpad(to_hex(visit), 16, '0') as visit, starts_visit, name, path, title, insight, model,
                       source, channel, utm_source, utm_medium, utm_campaign, country, region, browser, system, device,
                       screen, props::text as props
                from event
                where occurred_at >= ? and occurred_at < ? and (occurred_at, id) > (?, ?)
                order by occurred_at, id
                limit ?
                """,
                RawEvents::event,
                time,
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                time,
                id,
                AT_ONCE);
    }

    private static RawEvent event(Row row) throws SQLException {
        return new RawEvent(
                row.uuid("id"),
                row.instant("occurred_at"),
                row.instant("received_at"),
                text(row, "visit"),
                row.flag("starts_visit"),
                row.text("name"),
                row.text("path"),
                text(row, "title"),
                text(row, "insight"),
                text(row, "model"),
                text(row, "source"),
                text(row, "channel"),
                text(row, "utm_source"),
                text(row, "utm_medium"),
                text(row, "utm_campaign"),
                text(row, "country"),
                text(row, "region"),
                text(row, "browser"),
                text(row, "system"),
                text(row, "device"),
                row.optionalInteger("screen").orElse(null),
                text(row, "props"));
    }

    private static @Nullable String text(Row row, String column) throws SQLException {
        return row.optionalText(column).orElse(null);
    }
}
