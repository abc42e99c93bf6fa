package com.zenithcapital.analytics.counting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** What became of a batch's events, by the day of their receipt. Accepted = stored + filtered + duplicates. */
final class Tally {

    private final Map<Entry, Long> events = new TreeMap<>(Comparator.comparing(Entry::day)
            .thenComparing(entry -> entry.kind.word)
            .thenComparing(Entry::reason));

    void add(Instant receivedAt, Kind kind) {
        add(receivedAt, kind, "");
    }

    void add(Instant receivedAt, Kind kind, String reason) {
        events.merge(new Entry(receivedAt.atOffset(ZoneOffset.UTC).toLocalDate(), kind, reason), 1L, Long::sum);
    }

    void forEach(ObjLongConsumer<Entry> taker) {
        events.forEach(taker::accept);
    }

    void save(Connection connection) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        String add = """
                insert into tally as t (day, kind, reason, events)
                select * from unnest(?::date[], ?::text[], ?::text[], ?::bigint[])
                on conflict (day, kind, reason) do update set events = t.events + excluded.events
                """;
        List<Entry> entries = List.copyOf(events.keySet());
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "date", entries.stream().map(Entry::day).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            entries.stream().map(entry -> entry.kind.word).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", entries.stream().map(Entry::reason).toArray()));
            statement.setArray(
                    4, connection.createArrayOf("bigint", events.values().toArray()));
            statement.executeUpdate();
        }
    }

    enum Kind {
        STORED("stored"),
        FILTERED("filtered"),
        DUPLICATE("duplicate"),
        CLAMPED("clamped"),
        LATE("late"),
        FACT("fact");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the table and the metrics have it. */
        String word() {
            return word;
        }
    }

    /** @param reason of a filtered event, else empty */
    record Entry(LocalDate day, Kind kind, String reason) {}
}
