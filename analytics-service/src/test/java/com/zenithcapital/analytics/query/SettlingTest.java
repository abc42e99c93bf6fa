package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.query.Asking.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.rows.Expected;
import com.zenithcapital.analytics.rows.MadeUp;
import com.zenithcapital.analytics.rows.RollupRows;
import com.zenithcapital.platform.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is added up beforehand changes how fast an answer is, and no answer. */
@QuarkusTest
class SettlingTest {

    private static final Instant START = Instant.parse("2026-02-20T00:00:00Z");
    private static final List<MadeUp> EVENTS = MadeUp.visits(900, START, Duration.ofDays(40), 31);

    private static final List<String> QUESTIONS = List.of(
            "breakdown?dimension=insight&limit=100&from=2026-02-21&to=2026-03-30",
            "breakdown?dimension=page&limit=5&sort=visits&from=2026-02-20&to=2026-03-28",
            "breakdown?dimension=channel&zone=Asia/Kolkata&from=2026-02-22&to=2026-03-30",
            "breakdown?dimension=insight&channel=search&limit=100&sort=visitors&from=2026-02-21&to=2026-03-30",
            "breakdown?dimension=channel&insight=copper-1&from=2026-02-21&to=2026-03-30",
            "timeseries?interval=day&zone=Europe/Berlin&from=2026-02-25&to=2026-03-31",
            "timeseries?interval=hour&zone=Asia/Kolkata&from=2026-03-01&to=2026-03-08",
            "timeseries?interval=hour&insight=copper-0&from=2026-03-01&to=2026-03-08",
            "timeseries?interval=quarter&country=DE&from=2026-03-01&to=2026-03-03",
            "timeseries?interval=month&zone=America/Los_Angeles&from=2026-02-20&to=2026-04-01",
            "summary?from=2026-03-01T05:15:00Z&to=2026-03-20T21:45:00Z",
            "summary?from=2026-03-10T05:15:00Z&to=2026-03-10T21:45:00Z&channel=search");

    @Inject
    RollupRows rows;

    @Inject
    Settling settling;

    @Inject
    Database database;

    @BeforeEach
    void fill() {
        rows.clear();
        rows.add(EVENTS);
    }

    @Test
    void everyAnswerIsWhatItWas() {
        // Given
        List<String> before = answers();

        // When
        settleAll();

        // Then
        assertThat(answers()).isEqualTo(before);
        assertThat(count("rollup_course_state")).isEqualTo(40);
        assertThat(count("rollup_span_state where days = 4")).isGreaterThanOrEqualTo(9);
        assertThat(count("rollup_span_state where days = 16")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void whatComesLateIsInTheAnswersAtOnce() {
        // Given
        settleAll();
        Instant late = Instant.parse("2026-03-05T10:00:00Z");
        database.update("""
                update rollup_day set pageviews = pageviews + 1000
                where (dimension, value) in ((0, ''), (13, 'copper-1')) and day = date '2026-03-05'
                """);
        database.update("""
                update rollup_quarter set pageviews = pageviews + 1000
                where dimension = 0 and slot = (select min(slot) from rollup_quarter where dimension = 0 and slot >= ?)
                """, late);
        Instant begin = Instant.parse("2026-02-21T00:00:00Z");
        Instant end = Instant.parse("2026-03-30T00:00:00Z");

        // When
        JsonPath breakdown = answer("breakdown?dimension=insight&from=%s&to=%s".formatted(begin, end));
        JsonPath series = answer("timeseries?interval=day&zone=Europe/Berlin&from=2026-03-05&to=2026-03-06");

        // Then
        assertThat(breakdown.getString("items[0].value")).isEqualTo("copper-1");
        assertThat(breakdown.getLong("items[0].pageviews"))
                .isEqualTo(1_000
                        + Expected.of(EVENTS, Dimension.INSIGHT, "copper-1", begin, end)
                                .pageviews());
        assertThat(series.getLong("points[0].pageviews")).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void whatCameLateIsSettledAgainWhenAnHourHasPassed() {
        // Given
        settleAll();
        database.update(
                "update rollup_day set pageviews = pageviews + 1 where dimension = 0 and day = date '2026-03-05'");
        boolean atOnce = settling.settleOne();
        database.update("update rollup_span_state set settled_at = settled_at - interval '2 hours'");
        database.update("update rollup_course_state set settled_at = settled_at - interval '2 hours'");

        // When
        boolean later = settling.settleOne();

        // Then
        assertThat(atOnce).isFalse();
        assertThat(later).isTrue();
    }

    @Test
    void aRecountOfADayMakesWhatHoldsItForgotten() {
        // Given
        settleAll();
        long spans = count("rollup_span_state");

        // When
        database.update("delete from rollup_day where dimension = 13 and day = date '2026-03-05'");
        database.update(
                "delete from rollup_quarter where dimension = 13 and slot >= timestamptz '2026-03-06Z' and slot < timestamptz '2026-03-07Z'");

        // Then
        assertThat(count("rollup_span_state")).isLessThan(spans);
        assertThat(count("rollup_course_state")).isEqualTo(38);
    }

    private void settleAll() {
        // As many as there are days and blocks, and some more; it ends when there is nothing to do.
        long rounds = Stream.generate(settling::settleOne)
                .limit(200)
                .takeWhile(Boolean::booleanValue)
                .count();
        assertThat(rounds).isBetween(80L, 199L);
    }

    private static List<String> answers() {
        return QUESTIONS.stream().map(question -> answer(question).prettify()).toList();
    }

    private long count(String from) {
        return database.first("select count(*) as count from " + from, row -> row.number("count"))
                .orElseThrow();
    }
}
