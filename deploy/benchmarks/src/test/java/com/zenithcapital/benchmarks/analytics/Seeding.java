package com.zenithcapital.benchmarks.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Lays ninety days of roll-ups into a service's schema, by COPY. */
final class Seeding {

    private static final int AT_ONCE = 2;
    private static final int BUFFER = 1 << 20;
    private static final String COUNTED = "pageviews, visits, downloads, others";

    private final String url;
    private final String password;

    Seeding(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** How many events they amount to. */
    long bring(int days) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        AtomicLong events = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < days; i++) {
                LocalDate day = today.minusDays(i);
                // Minutes of tomorrow too, since it may be midnight by the time they are asked for.
                all.add(threads.submit(() -> events.addAndGet(day(new DayOfVisits(day, day.equals(today))))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Days could not be brought in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        rest();
        return events.get();
    }

    private long day(DayOfVisits day) {
        day.make();
        try (Connection connection = connect()) {
            copy(
                    connection,
                    "rollup_day (dimension, day, value, " + COUNTED + ", bounces, seconds, visitors, sketch)",
                    day::days);
            copy(
                    connection,
                    "rollup_quarter (dimension, slot, value, " + COUNTED + ", bounces, seconds, sketch)",
                    day::quarters);
            copy(connection, "rollup_minute (dimension, slot, value, " + COUNTED + ", sketch)", day::minutes);
            copy(
                    connection,
                    "visit_way",
                    rows -> day.ways()
                            .forEach((way, visits) -> rows.row(new StringBuilder()
                                    .append(day.day())
                                    .append('\t')
                                    .append(way)
                                    .append('\t')
                                    .append(visits)
                                    .append('\n'))));
            copy(
                    connection,
                    "visit_way_day",
                    rows -> rows.row(new StringBuilder().append(day.day()).append("\t1\n")));
        } catch (SQLException e) {
            throw new IllegalStateException("A day could not be copied", e);
        }
        return day.events();
    }

    private static void copy(Connection connection, String table, Consumer<DayOfVisits.Rows> rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        StringBuilder buffer = new StringBuilder(BUFFER + 10_000);
        rows.accept(row -> {
            buffer.append(row);
            if (buffer.length() > BUFFER) {
                send(copy, buffer);
            }
        });
        send(copy, buffer);
        copy.endCopy();
    }

    private static void send(CopyIn copy, StringBuilder buffer) {
        byte[] bytes = buffer.toString().getBytes(UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Five thousand clients over the same time, what was filtered, and what became of all. */
    private void rest() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into reader select 'reader-' || n, 'Reader ' || n, now() from generate_series(1, 5000) as n
                    """);
            statement.execute("""
                    insert into reader_week
                    select 'reader-' || n, (date_trunc('week', now() at time zone 'UTC') - w * interval '1 week')::date
                    from generate_series(1, 5000) as n, generate_series(0, 12) as w
                    where w <= n % 13 and (n * 31 + w * 17) % 3 <> 0 or w = n % 13
                    """);
            statement.execute("""
                    insert into readership
                    select 'reader-' || n, current_date - (n * 7 + k * 13) % 90, case when k % 3 = 0 then 'model' else 'insight' end,
                           case when k % 3 = 0 then 'model-' else 'insight-' end || (n * k) % 200, 1 + k % 4, k % 2, now()
                    from generate_series(1, 5000) as n, generate_series(1, 40) as k
                    on conflict do nothing
                    """);
            statement.execute("""
                    insert into filtered_event (received_at, occurred_at, id, reason, name, path, browser)
                    select now() - n * interval '3 seconds', now() - n * interval '3 seconds', gen_random_uuid(),
                           (array['bot-user-agent', 'data-centre', 'behaviour'])[1 + n % 3], 'pageview', '/insights/insight-' || n % 500,
                           'Bot'
                    from generate_series(1, 200000) as n
                    """);
            statement.execute("""
                    insert into tally
                    select current_date - d, k, r, 1000 + d
                    from generate_series(0, 89) as d,
                         (values ('stored', ''), ('duplicate', ''), ('late', ''), ('filtered', 'bot-user-agent'),
                                 ('filtered', 'data-centre'), ('filtered', 'behaviour')) as kinds (k, r)
                    on conflict do nothing
                    """);
            statement.execute("vacuum (analyze)");
        } catch (SQLException e) {
            throw new IllegalStateException("The rest could not be brought in", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "analytics", password);
    }
}
