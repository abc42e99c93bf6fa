package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.event.ReadershipNoted;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What a batch's signed-in clients read and downloaded. Few of a site's events, so row by row. */
final class Readership {

    private static final String MODEL = "model";

    private final Map<String, Reader> readers = new TreeMap<>();
    private final Map<Line, Reads> lines = new TreeMap<>(Comparator.comparing(Line::reader)
            .thenComparing(Line::day)
            .thenComparing(Line::kind)
            .thenComparing(Line::slug));

    void add(ReadershipNoted noted) {
        readers.merge(noted.reader(), new Reader(noted.name(), noted.at()), Reader::and);
        lines.merge(
                new Line(noted.reader(), day(noted.at()), noted.kind(), noted.slug()),
                new Reads(1, 0, noted.at()),
                Reads::and);
    }

    /** The fact of a download knows the client's id alone: it stands for the name until there is one. */
    void add(Fact.Download download) {
        String reader = download.data().downloadedBy();
        readers.merge(reader, new Reader(reader, download.at()), Reader::and);
        lines.merge(
                new Line(reader, day(download.at()), MODEL, download.data().slug()),
                new Reads(0, 1, download.at()),
                Reads::and);
    }

    void save(Connection connection) throws SQLException {
        if (readers.isEmpty()) {
            return;
        }
        saveReaders(connection);
        saveLines(connection);
        saveWeeks(connection);
    }

    private void saveReaders(Connection connection) throws SQLException {
        // An id that stands for a name does not replace one.
        String upsert = """
                insert into reader as r (id, name, seen_at) values (?, ?, ?)
                on conflict (id) do update
                set name = case when excluded.name = excluded.id then r.name else excluded.name end,
                    seen_at = greatest(r.seen_at, excluded.seen_at)
                """;
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (Map.Entry<String, Reader> reader : readers.entrySet()) {
                statement.setString(1, reader.getKey());
                statement.setString(2, reader.getValue().name);
                statement.setObject(3, reader.getValue().seenAt.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void saveLines(Connection connection) throws SQLException {
        String add = """
                insert into readership as r (reader, day, kind, slug, views, downloads, last_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (reader, day, kind, slug) do update
                set views = r.views + excluded.views, downloads = r.downloads + excluded.downloads,
                    last_at = greatest(r.last_at, excluded.last_at)
                """;
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            for (Map.Entry<Line, Reads> line : lines.entrySet()) {
                statement.setString(1, line.getKey().reader);
                statement.setDate(2, Date.valueOf(line.getKey().day));
                statement.setString(3, line.getKey().kind);
                statement.setString(4, line.getKey().slug);
                statement.setLong(5, line.getValue().views);
                statement.setLong(6, line.getValue().downloads);
                statement.setObject(7, line.getValue().lastAt.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void saveWeeks(Connection connection) throws SQLException {
        String insert = "insert into reader_week (reader, week) values (?, ?) on conflict do nothing";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Line line : lines.keySet()) {
                statement.setString(1, line.reader);
                statement.setDate(2, Date.valueOf(line.day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private record Reader(String name, Instant seenAt) {

        Reader and(Reader later) {
            return new Reader(later.name, seenAt.isAfter(later.seenAt) ? seenAt : later.seenAt);
        }
    }

    private record Line(String reader, LocalDate day, String kind, String slug) {}

    private record Reads(long views, long downloads, Instant lastAt) {

        Reads and(Reads more) {
            return new Reads(
                    views + more.views, downloads + more.downloads, lastAt.isAfter(more.lastAt) ? lastAt : more.lastAt);
        }
    }
}
