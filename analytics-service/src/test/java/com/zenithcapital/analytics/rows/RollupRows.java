package com.zenithcapital.analytics.rows;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.event.Visitors;
import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes the roll-ups of made-up events, one event after the other. */
@ApplicationScoped
public class RollupRows {

    private final Database database;
    private final DataSource source;

    private List<MadeUp> present = List.of();

    RollupRows(Database database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    /** Leaves nothing of what was counted, and what these events make. */
    public void replace(List<MadeUp> events) {
        if (!events.equals(present)) {
            clear();
            add(events);
            present = events;
        }
    }

    public void clear() {
        present = List.of();
        database.update(
                "truncate rollup_minute, rollup_quarter, rollup_day, rollup_course, rollup_course_state, rollup_span, rollup_span_state");
    }

    /** Beside what is there, of times that have nothing yet. */
    public void add(List<MadeUp> events) {
        present = List.of();
        write(events, "rollup_minute", 60);
        write(events, "rollup_quarter", 900);
        write(events, "rollup_day", 86_400);
    }

    private record Key(Dimension dimension, Instant slot, String value) {}

    private static final class Sum {
        private final Visitors visitors = new Visitors();
        private long pageviews;
        private long visits;
        private long downloads;
        private long others;
        private long bounces;
        private long seconds;
    }

    private void write(List<MadeUp> events, String table, long seconds) {
        Map<Key, Sum> sums = new HashMap<>();
        for (MadeUp event : events) {
            Instant slot = Instant.ofEpochSecond(event.at().getEpochSecond() / seconds * seconds);
            for (Key key : keys(event, slot, table.equals("rollup_day"))) {
                Sum sum = sums.computeIfAbsent(key, _ -> new Sum());
                sum.visitors.add(event.visitor());
                switch (event.name()) {
                    case "pageview" -> sum.pageviews++;
                    case "download" -> sum.downloads++;
                    default -> sum.others++;
                }
                if (event.startsVisit()) {
                    sum.visits++;
                    if (key.dimension() == Dimension.TOTAL) {
                        sum.bounces += bounced(event, events) ? 1 : 0;
                        sum.seconds += lasted(event, events).toSeconds();
                    }
                }
            }
        }
        insert(table, sums);
    }

    private static List<Key> keys(MadeUp event, Instant slot, boolean pairs) {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(Dimension.TOTAL, slot, ""));
        event.values().forEach((dimension, value) -> keys.add(new Key(dimension, slot, value)));
        for (Dimension dimension : Dimension.values()) {
            if (pairs && dimension.isPair()) {
                @Nullable String first = event.values().get(dimension.parts().getFirst());
                @Nullable String second = event.values().get(dimension.parts().getLast());
                if (first != null && second != null) {
                    keys.add(new Key(dimension, slot, first + Dimension.SEPARATOR + second));
                }
            }
        }
        return keys;
    }

    /** Whether the visit saw one page. */
    public static boolean bounced(MadeUp start, List<MadeUp> events) {
        return events.stream()
                        .filter(event ->
                                event.visit() == start.visit() && event.name().equals("pageview"))
                        .count()
                == 1;
    }

    public static Duration lasted(MadeUp start, List<MadeUp> events) {
        return Duration.between(
                start.at(),
                events.stream()
                        .filter(event -> event.visit() == start.visit())
                        .map(MadeUp::at)
                        .max(Instant::compareTo)
                        .orElseThrow());
    }

    /** A batch in one transaction: a commit for each row would wait for the disk each time. */
    private void insert(String table, Map<Key, Sum> sums) {
        boolean day = table.equals("rollup_day");
        boolean minute = table.equals("rollup_minute");
        String sql = "insert into %s (dimension, value, pageviews, visits, downloads, others, sketch, %s) values (%s)"
                .formatted(
                        table,
                        day ? "day, bounces, seconds, visitors" : minute ? "slot" : "slot, bounces, seconds",
                        day
                                ? "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                                : minute ? "?, ?, ?, ?, ?, ?, ?, ?" : "?, ?, ?, ?, ?, ?, ?, ?, ?, ?");
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (Map.Entry<Key, Sum> entry : sums.entrySet()) {
                Key key = entry.getKey();
                Sum sum = entry.getValue();
                insert.setShort(1, (short) key.dimension().code());
                insert.setString(2, key.value());
                insert.setLong(3, sum.pageviews);
                insert.setLong(4, sum.visits);
                insert.setLong(5, sum.downloads);
                insert.setLong(6, sum.others);
                insert.setBytes(7, sum.visitors.toBytes());
                insert.setObject(
                        8,
                        day
                                ? LocalDate.ofInstant(key.slot(), ZoneOffset.UTC)
                                : key.slot().atOffset(ZoneOffset.UTC));
                if (!minute) {
                    insert.setLong(9, sum.bounces);
                    insert.setLong(10, sum.seconds);
                }
                if (day) {
                    insert.setLong(11, sum.visitors.estimate());
                }
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("Roll-ups could not be written", e);
        }
    }
}
