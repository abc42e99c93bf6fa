package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.event.Steps;
import com.zenithcapital.analytics.rollup.Cells;
import com.zenithcapital.analytics.rollup.RawEvent;
import com.zenithcapital.analytics.rollup.Way;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The visits that a batch's visitors are in. A visitor's row is the visit with the latest event; one of late events,
 * far before that, is a visit too but gets no row, so late events of a later batch begin another.
 */
final class Visits {

    private final Steps steps;
    private final Map<Long, List<Visit>> byVisitor;
    /** Those who had a row and may have lost it to their hash of the new day. */
    private final Set<Long> moved = new TreeSet<>();

    private Visits(Steps steps, Map<Long, List<Visit>> byVisitor) {
        this.steps = steps;
        this.byVisitor = byVisitor;
    }

    /** With their rows locked, in the order of their keys. */
    static Visits load(Connection connection, Steps steps, Set<Long> visitors) throws SQLException {
        // The primary key serves it.
        String query = """
                select visitor, visit, started_at, last_at, pageviews, steps from visit
                where visitor = any (?) order by visitor for update
                """;
        Map<Long, List<Visit>> found = HashMap.newHashMap(visitors.size());
        if (visitors.isEmpty()) {
            return new Visits(steps, found);
        }
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(
                    1,
                    connection
                            .unwrap(PGConnection.class)
                            .createArrayOf(
                                    "int8",
                                    visitors.stream().mapToLong(Long::longValue).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<Visit> visits = new ArrayList<>(1);
                    visits.add(Visit.stored(
                            rows.getLong(2),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            rows.getObject(4, OffsetDateTime.class).toInstant(),
                            rows.getInt(5),
                            new Way(rows.getString(6))));
                    found.put(rows.getLong(1), visits);
                }
            }
        }
        return new Visits(steps, found);
    }

    /** Takes an event into the visit it belongs to. */
    Taken take(long visitor, @Nullable Long before, Instant time, String name, String path) {
        @Nullable Visit visit = open(visitor, time);
        boolean starts = false;
        if (visit == null && before != null) {
            visit = bridged(visitor, before, time);
        }
        if (visit == null) {
            visit = Visit.begun(ThreadLocalRandom.current().nextLong(), time);
            visitsOf(visitor).add(visit);
            starts = true;
        }
        visit.add(time, name.equals(RawEvent.PAGEVIEW), steps.of(name, path));
        return new Taken(visit.id(), starts);
    }

    private @Nullable Visit open(long visitor, Instant time) {
        @Nullable List<Visit> visits = byVisitor.get(visitor);
        return visits == null
                ? null
                : visits.stream()
                        .filter(visit -> visit.takes(time))
                        .max(Comparator.comparing(Visit::last))
                        .orElse(null);
    }

    /** Over midnight the visitor's hash is another and the visit the same. */
    private @Nullable Visit bridged(long visitor, long before, Instant time) {
        @Nullable Visit visit = open(before, time);
        if (visit != null) {
            visitsOf(before).remove(visit);
            visitsOf(visitor).add(visit);
            moved.add(before);
            moved.add(visitor);
        }
        return visit;
    }

    private List<Visit> visitsOf(long visitor) {
        return byVisitor.computeIfAbsent(visitor, first -> new ArrayList<>(1));
    }

    void addTo(Cells cells) {
        byVisitor.values().forEach(visits -> visits.forEach(visit -> visit.addTo(cells)));
    }

    void save(Connection connection) throws SQLException {
        Map<Long, Visit> present = new TreeMap<>();
        byVisitor.forEach((visitor, visits) -> visits.stream()
                .max(Comparator.comparing(Visit::last))
                .filter(visit -> visit.isChanged() || moved.contains(visitor))
                .ifPresent(visit -> present.put(visitor, visit)));
        leave(connection);
        if (!present.isEmpty()) {
            upsert(connection, present);
        }
    }

    private void leave(Connection connection) throws SQLException {
        long[] without = moved.stream()
                .filter(visitor -> visitsOf(visitor).isEmpty())
                .mapToLong(Long::longValue)
                .toArray();
        if (without.length == 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("delete from visit where visitor = any (?)")) {
            statement.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("int8", without));
            statement.executeUpdate();
        }
    }

    private static void upsert(Connection connection, Map<Long, Visit> present) throws SQLException {
        String upsert = """
                insert into visit (visitor, visit, started_at, last_at, pageviews, steps)
                select * from unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::text[])
                on conflict (visitor) do update
                set visit = excluded.visit, started_at = excluded.started_at, last_at = excluded.last_at,
                    pageviews = excluded.pageviews, steps = excluded.steps
                """;
        List<Visit> visits = List.copyOf(present.values());
        PGConnection driver = connection.unwrap(PGConnection.class);
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setArray(
                    1,
                    driver.createArrayOf(
                            "int8",
                            present.keySet().stream().mapToLong(Long::longValue).toArray()));
            statement.setArray(
                    2,
                    driver.createArrayOf(
                            "int8", visits.stream().mapToLong(Visit::id).toArray()));
            statement.setArray(3, times(driver, visits.stream().map(Visit::start)));
            statement.setArray(4, times(driver, visits.stream().map(Visit::last)));
            statement.setArray(
                    5,
                    driver.createArrayOf(
                            "int4", visits.stream().mapToInt(Visit::pageviews).toArray()));
            statement.setArray(
                    6,
                    driver.createArrayOf(
                            "text",
                            visits.stream().map(visit -> visit.way().steps()).toArray(String[]::new)));
            statement.executeUpdate();
        }
    }

    private static Array times(PGConnection driver, Stream<Instant> times) throws SQLException {
        return driver.createArrayOf(
                "timestamptz",
                times.map(time -> time.atOffset(ZoneOffset.UTC).toString()).toArray(String[]::new));
    }

    /** @param starts whether the visit began with this event */
    record Taken(long visit, boolean starts) {}
}
