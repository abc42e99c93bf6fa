package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.query.Asking.answer;
import static com.zenithcapital.analytics.query.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.rows.Expected;
import com.zenithcapital.analytics.rows.MadeUp;
import com.zenithcapital.analytics.rows.RollupRows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Courses over time: on 29 March 2026 clocks in Berlin go from two to three, on 25 October back from three to two. */
@QuarkusTest
class TimeseriesTest {

    private static final List<MadeUp> EVENTS = events();

    @Inject
    RollupRows rows;

    @BeforeEach
    void fill() {
        rows.replace(EVENTS);
    }

    private static List<MadeUp> events() {
        List<MadeUp> events =
                new ArrayList<>(MadeUp.visits(200, Instant.parse("2026-03-27T00:00:00Z"), Duration.ofDays(5), 3));
        events.addAll(MadeUp.visits(100, Instant.parse("2026-10-24T00:00:00Z"), Duration.ofDays(3), 4));
        return List.copyOf(events);
    }

    @ParameterizedTest
    @CsvSource({
        "day, UTC, 2026-03-27, 2026-03-31",
        "day, Europe/Berlin, 2026-03-27, 2026-03-31",
        "day, Asia/Kolkata, 2026-03-27, 2026-03-31",
        "day, America/Los_Angeles, 2026-03-27, 2026-03-31",
        "hour, UTC, 2026-03-29, 2026-03-30",
        "hour, Europe/Berlin, 2026-03-29, 2026-03-30",
        "hour, Europe/Berlin, 2026-10-25, 2026-10-26",
        "hour, Asia/Kolkata, 2026-03-29, 2026-03-30",
        "hour, UTC, 2026-03-29T04:15:00Z, 2026-03-29T17:45:00Z",
        "quarter, Asia/Kathmandu, 2026-03-29, 2026-03-30",
        "week, Europe/Berlin, 2026-03-25, 2026-04-08",
        "month, Asia/Kolkata, 2026-03-15, 2026-04-15"
    })
    void eachPointIsWhatTheEventsOfItsTimeAmountTo(String interval, String zone, String from, String to) {
        // When
        JsonPath series = answer("timeseries?interval=%s&zone=%s&from=%s&to=%s".formatted(interval, zone, from, to));

        // Then
        assertPoints(series, Dimension.TOTAL, "");
        assertThat(series.getList("points.pageviews", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isPositive()
                .isEqualTo(Expected.of(
                                EVENTS,
                                Dimension.TOTAL,
                                "",
                                Instant.parse(series.getString("from")),
                                Instant.parse(series.getString("to")))
                        .pageviews());
    }

    @Test
    void aFilterKeepsToOneValue() {
        // When
        JsonPath series =
                answer("timeseries?interval=day&zone=Europe/Berlin&from=2026-03-27&to=2026-04-01&insight=copper-1");

        // Then
        assertPoints(series, Dimension.INSIGHT, "copper-1");
    }

    @Test
    void theDaysOnWhichClocksArePutHaveTwentyThreeAndTwentyFiveHours() {
        // When
        List<Instant> spring =
                times(answer("timeseries?interval=hour&zone=Europe/Berlin&from=2026-03-29&to=2026-03-30"));
        List<Instant> autumn =
                times(answer("timeseries?interval=hour&zone=Europe/Berlin&from=2026-10-25&to=2026-10-26"));
        List<Instant> days = times(answer("timeseries?interval=day&zone=Europe/Berlin&from=2026-03-28&to=2026-03-31"));

        // Then
        assertThat(spring).hasSize(23).doesNotHaveDuplicates().isSorted();
        assertThat(autumn).hasSize(25).doesNotHaveDuplicates().isSorted();
        assertThat(days)
                .containsExactly(
                        Instant.parse("2026-03-27T23:00:00Z"),
                        Instant.parse("2026-03-28T23:00:00Z"),
                        Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void whereClocksArePutByHalfAnHourNoTimeIsLostOrTwice() {
        // When: Lord Howe, 5 April 2026, back from two to half past one
        List<Instant> hours =
                times(answer("timeseries?interval=hour&zone=Australia/Lord_Howe&from=2026-04-05&to=2026-04-06"));

        // Then
        assertThat(hours).isSorted().doesNotHaveDuplicates().hasSize(24);
        assertThat(Duration.between(hours.getFirst(), Instant.parse("2026-04-05T13:30:00Z")))
                .isEqualTo(Duration.ofMinutes(24 * 60 + 30));
    }

    @Test
    void weeksBeginOnMondayButTheFirstWhereThePeriodDoes() {
        // When
        JsonPath series = answer("timeseries?interval=week&from=2026-03-25&to=2026-04-08");

        // Then
        assertThat(times(series))
                .containsExactly(
                        Instant.parse("2026-03-25T00:00:00Z"),
                        Instant.parse("2026-03-30T00:00:00Z"),
                        Instant.parse("2026-04-06T00:00:00Z"));
    }

    @Test
    void aPointTellsTheTimeOnTheClocksOfItsZone() {
        // When
        JsonPath series = answer("timeseries?interval=day&zone=Asia/Kolkata&from=2026-03-27&to=2026-03-28");

        // Then
        assertThat(series.getString("points[0].at")).isEqualTo("2026-03-26T18:30:00Z");
        assertThat(series.getString("points[0].local")).isEqualTo("2026-03-27T00:00:00+05:30");
    }

    @Test
    void whereNothingWasThePointsAreZeros() {
        // When
        JsonPath series = answer("timeseries?interval=day&from=2026-06-01&to=2026-06-08");

        // Then
        assertThat(series.getList("points")).hasSize(7);
        assertThat(series.getList("points.pageviews", Long.class)).containsOnly(0L);
        assertThat(series.getList("points.visitors", Long.class)).containsOnly(0L);
    }

    @Test
    void minutesAreThereForTheLastDay() {
        // Given
        Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(20));
        List<MadeUp> recent = MadeUp.visits(60, start, Duration.ofMinutes(10), 5);
        rows.replace(recent);

        // When
        JsonPath series =
                answer("timeseries?interval=minute&from=%s&to=%s".formatted(start, start.plus(Duration.ofMinutes(15))));

        // Then
        assertThat(series.getList("points")).hasSize(15);
        List<Instant> times = times(series);
        for (int i = 0; i < times.size(); i++) {
            assertPoint(
                    series,
                    i,
                    Expected.of(
                            recent,
                            Dimension.TOTAL,
                            "",
                            times.get(i),
                            times.get(i).plusSeconds(60)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-27&to=2026-03-27T06:00:00Z, quarter",
        "from=2026-03-27&to=2026-03-29, hour",
        "from=2026-03-27&to=2026-05-01, day",
        "from=2026-01-01&to=2026-12-01, week",
        "from=2025-01-01&to=2026-12-01, month",
        "zone=UTC, day"
    })
    void unaskedTheIntervalFitsThePeriod(String period, String interval) {
        // When
        JsonPath series = answer("timeseries?" + period);

        // Then
        assertThat(series.getString("interval")).isEqualTo(interval);
    }

    @ParameterizedTest
    @CsvSource({
        "interval=fortnight, query:interval",
        "interval=DAY, query:interval",
        "interval=quarter&from=2026-03-01&to=2026-03-31, query:interval",
        "interval=hour&from=2026-01-01&to=2026-06-01, query:interval",
        "interval=minute&from=2026-03-01, query:from",
        "interval=day&sort=visits, query:sort"
    })
    void whatCannotBeAnsweredIsRefused(String question, String pointer) {
        // When
        var answer = ask("timeseries?" + question);

        // Then
        answer.statusCode(400).body("type", containsString("invalid-request")).body("errors[0].pointer", is(pointer));
    }

    private static void assertPoints(JsonPath series, Dimension dimension, String value) {
        List<Instant> times = times(series);
        for (int i = 0; i < times.size(); i++) {
            Instant end = i + 1 < times.size() ? times.get(i + 1) : Instant.parse(series.getString("to"));
            assertPoint(series, i, Expected.of(EVENTS, dimension, value, times.get(i), end));
        }
    }

    private static void assertPoint(JsonPath series, int index, Expected expected) {
        String point = "points[%d].".formatted(index);
        assertThat(new Expected(
                        series.getLong(point + "visitors"),
                        series.getLong(point + "visits"),
                        series.getLong(point + "pageviews"),
                        series.getLong(point + "downloads"),
                        series.getLong(point + "events")))
                .as(series.getString(point + "local"))
                .isEqualTo(expected);
    }

    private static List<Instant> times(JsonPath series) {
        return series.getList("points.at", String.class).stream()
                .map(Instant::parse)
                .toList();
    }
}
