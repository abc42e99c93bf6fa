package com.zenithcapital.analytics.upkeep;

import static com.zenithcapital.analytics.testing.Browsing.events;
import static com.zenithcapital.analytics.testing.Browsing.view;
import static com.zenithcapital.analytics.testing.Browsing.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.analytics.testing.Books;
import com.zenithcapital.analytics.testing.Topic;
import com.zenithcapital.platform.session.OwnConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Upkeep at other times than now: in a year of its own, so that what the application makes is not touched. */
@QuarkusTest
class UpkeepTest {

    private static final Instant NOW = Instant.parse("2031-05-20T09:00:00Z");

    @Inject
    RetentionConfig config;

    @Inject
    OwnConnection connections;

    @Inject
    Books books;

    @Inject
    Topic topic;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeEach
    void forget() {
        books.clear();
    }

    @AfterEach
    void removeThatYear() throws SQLException {
        try (Connection connection = connections.open("upkeep-test")) {
            for (PartitionedTable table : List.of(
                    new PartitionedTable("event", "occurred_at"),
                    new PartitionedTable("filtered_event", "received_at"))) {
                for (LocalDate day : table.days(connection)) {
                    if (day.getYear() == 2031) {
                        table.drop(connection, day);
                    }
                }
            }
        }
        books.clear();
    }

    @Test
    void partitionsAreMadeAWeekAheadAndAWeekBack() throws SQLException {
        // When
        at(NOW).keep();

        // Then
        assertThat(partitions("event")).hasSize(15).contains("event_20310513", "event_20310520", "event_20310527");
        assertThat(partitions("filtered_event")).hasSize(15);
    }

    @Test
    void whatStrayedIsCountedAndBroughtHome() throws SQLException {
        // Given
        topic.send(events(visitor(), NOW, view(NOW, "/")));
        await().until(() -> books.number("select count(*) from event_stray") == 1);

        // When
        at(NOW).keep();

        // Then
        assertThat(books.number("select count(*) from event_20310520")).isEqualTo(1);
        assertThat(books.number("select count(*) from event_stray")).isZero();
        assertThat(gauge("zenith.analytics.stray.rows")).isEqualTo(1);
        at(NOW).keep();
        assertThat(gauge("zenith.analytics.stray.rows")).isZero();
    }

    @Test
    void rowsWithoutAPartitionAreAnAlertAndNoError() throws SQLException {
        // Given
        Instant early = NOW.minusSeconds(30 * 86_400);
        topic.send(events(visitor(), NOW, view(early, "/")));
        await().until(() -> books.number("select count(*) from event_stray") == 1);

        // When
        at(NOW).keep();

        // Then
        assertThat(gauge("zenith.analytics.stray.rows")).isEqualTo(1);
    }

    @Test
    void whatStrayedTooLateIsNotKeptLongerThanTheRest() throws SQLException {
        // Given
        Instant early = NOW.minusSeconds(91 * 86_400);
        topic.send(events(visitor(), NOW, view(early, "/")));
        await().until(() -> books.number("select count(*) from event_stray") == 1);

        // When
        at(NOW).keep();

        // Then
        assertThat(books.number("select count(*) from event_stray")).isZero();
    }

    @Test
    void howManyDaysAreReadyIsToBeSeenWhoeverMakesThem() throws SQLException {
        // Given
        at(NOW).keep();
        assertThat(gauge("zenith.analytics.partitions.ahead")).isEqualTo(7);

        // When: nobody makes any more, five days long
        metrics.clear();
        new Upkeep(leftAlone(), connections, metrics, Clock.fixed(NOW.plusSeconds(5 * 86_400), ZoneOffset.UTC)).keep();

        // Then
        assertThat(gauge("zenith.analytics.partitions.ahead")).isEqualTo(2);
        assertThat(partitions("event")).doesNotContain("event_20310528");
    }

    @Test
    void moreThanASliceIsForgottenToTheLast() throws SQLException {
        // Given
        books.update("insert into event_seen select gen_random_uuid(), '2031-05-01' from generate_series(1, 100001)");

        // When
        at(NOW).keep();

        // Then
        assertThat(books.number("select count(*) from event_seen")).isZero();
    }

    @Test
    void daysPastTheirTimeAreDropped() throws SQLException {
        // Given
        at(NOW).keep();

        // When
        at(NOW.plusSeconds(95 * 86_400L)).keep();

        // Then
        assertThat(partitions("event"))
                .doesNotContain("event_20310513", "event_20310524")
                .contains("event_20310525");
        assertThat(partitions("filtered_event")).doesNotContain("filtered_event_20310527");
    }

    @Test
    void whatIsPastItsTimeIsForgottenAndRollupsStay() throws SQLException {
        // Given
        books.update(
                "insert into event_seen values (gen_random_uuid(), '2031-05-11'), (gen_random_uuid(), '2031-05-12')");
        books.update(
                "insert into visit values (1, 1, '2031-05-18', '2031-05-18', 1, ''), (2, 2, now(), '2031-05-20', 1, '')");
        books.update("insert into rollup_minute values (1, '2031-05-18 08:00Z', '/', 1, 1, 0, 0, ''),"
                + " (1, '2031-05-18 10:00Z', '/', 1, 1, 0, 0, '')");
        books.update("insert into rollup_quarter values (1, '2026-05-18 08:00Z', '/', 1, 1, 0, 0, 0, 0, '')");
        books.update("insert into reader values ('gone', 'Gone', '2029-05-01'), ('here', 'Here', '2031-05-01')");
        books.update("insert into readership values ('here', '2029-05-19', 'model', 'm', 1, 0),"
                + " ('here', '2029-05-20', 'model', 'm', 1, 0)");

        // When
        at(NOW).keep();

        // Then
        assertThat(books.lines("select day from event_seen")).containsExactly("(2031-05-12)");
        assertThat(books.lines("select visitor from visit")).containsExactly("(2)");
        assertThat(books.lines("select slot from rollup_minute")).containsExactly("(\"2031-05-18 10:00:00+00\")");
        assertThat(books.number("select count(*) from rollup_quarter")).isEqualTo(1);
        assertThat(books.lines("select id from reader")).containsExactly("(here)");
        assertThat(books.lines("select day from readership")).containsExactly("(2029-05-20)");
    }

    private Upkeep at(Instant now) {
        metrics.clear();
        return new Upkeep(config, connections, metrics, Clock.fixed(now, ZoneOffset.UTC));
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    private RetentionConfig leftAlone() {
        return new SmallRyeConfigBuilder()
                .withMapping(RetentionConfig.class)
                .withDefaultValue("zenith.analytics.retention.enabled", "false")
                .build()
                .getConfigMapping(RetentionConfig.class);
    }

    private List<String> partitions(String table) {
        return books
                .lines(
                        "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                                + " where i.inhparent = ?::regclass and c.relname like ? order by 1",
                        table,
                        "%_2031%")
                .stream()
                .map(line -> line.substring(1, line.length() - 1))
                .toList();
    }
}
