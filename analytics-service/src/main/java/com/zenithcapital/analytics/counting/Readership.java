package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.event.ReadershipNoted;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
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
        readers.merge(noted.reader(), new Reader(noted.name(), noted.day()), Reader::and);
        lines.merge(new Line(noted.reader(), noted.day(), noted.kind(), noted.slug()), new Reads(1, 0), Reads::and);
    }

    /** The fact of a download knows the client's id alone: it stands for the name until there is one. */
    void add(Fact.Download download) {
        String reader = download.data().downloadedBy();
        LocalDate day = download.at().atOffset(ZoneOffset.UTC).toLocalDate();
        readers.merge(reader, new Reader(reader, day), Reader::and);
        lines.merge(new Line(reader, day, MODEL, download.data().slug()), new Reads(0, 1), Reads::and);
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
                insert into reader as r (id, name, seen_on) values (?, ?, ?)
                on conflict (id) do update
                set name = case when excluded.name = excluded.id then r.name else excluded.name end,
                    seen_on = greatest(r.seen_on, excluded.seen_on)
                """;
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (Map.Entry<String, Reader> reader : readers.entrySet()) {
                statement.setString(1, reader.getKey());
                statement.setString(2, reader.getValue().name);
                statement.setDate(3, Date.valueOf(reader.getValue().seenOn));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void saveLines(Connection connection) throws SQLException {
        String add = """
                insert into readership as r (reader, day, kind, slug, views, downloads)
                values (?, ?, ?, ?, ?, ?)
                on conflict (reader, day, kind, slug) do update
                set views = r.views + excluded.views, downloads = r.downloads + excluded.downloads
                """;
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            for (Map.Entry<Line, Reads> line : lines.entrySet()) {
                statement.setString(1, line.getKey().reader);
                statement.setDate(2, Date.valueOf(line.getKey().day));
                statement.setString(3, line.getKey().kind);
                statement.setString(4, line.getKey().slug);
                statement.setLong(5, line.getValue().views);
                statement.setLong(6, line.getValue().downloads);
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

    private record Reader(String name, LocalDate seenOn) {

        Reader and(Reader later) {
            return new Reader(later.name, seenOn.isAfter(later.seenOn) ? seenOn : later.seenOn);
        }
    }

    private record Line(String reader, LocalDate day, String kind, String slug) {}

    private record Reads(long views, long downloads) {

        Reads and(Reads more) {
            return new Reads(views + more.views, downloads + more.downloads);
        }
    }
}
