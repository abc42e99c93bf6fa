package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.query.Asking.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.analytics.rows.Expected;
import com.zenithcapital.analytics.rows.MadeUp;
import com.zenithcapital.analytics.rows.RollupRows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of a period, beside an exact count of the same events. */
@QuarkusTest
class SummaryTest {

    private static final List<MadeUp> EVENTS =
            MadeUp.visits(300, Instant.parse("2026-03-24T00:00:00Z"), Duration.ofDays(8), 1);

    @Inject
    RollupRows rows;

    @BeforeEach
    void fill() {
        rows.replace(EVENTS);
    }

    @ParameterizedTest
    @CsvSource({
        // Whole days of UTC, edges on both sides, within one day, from one day into the next, days of other zones.
        "2026-03-27, 2026-03-30, UTC, 2026-03-27T00:00:00Z, 2026-03-30T00:00:00Z",
        "2026-03-26T07:15:00Z, 2026-03-30T19:45:00Z, UTC, 2026-03-26T07:15:00Z, 2026-03-30T19:45:00Z",
        "2026-03-28T07:15:00Z, 2026-03-28T19:45:00Z, UTC, 2026-03-28T07:15:00Z, 2026-03-28T19:45:00Z",
        "2026-03-28T22:00:00Z, 2026-03-29T02:30:00Z, UTC, 2026-03-28T22:00:00Z, 2026-03-29T02:30:00Z",
        "2026-03-29, 2026-03-30, Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "2026-03-27, 2026-03-30, Asia/Kolkata, 2026-03-26T18:30:00Z, 2026-03-29T18:30:00Z",
        "2026-03-27T02:00:00%2B02:00, 2026-03-30, UTC, 2026-03-27T00:00:00Z, 2026-03-30T00:00:00Z"
    })
    void theSumsAreThoseOfTheEvents(String from, String to, String zone, Instant begin, Instant end) {
        // When
        JsonPath summary = answer("summary?from=%s&to=%s&zone=%s".formatted(from, to, zone));

        // Then
        assertThat(summary.getString("from")).isEqualTo(begin.toString());
        assertThat(summary.getString("to")).isEqualTo(end.toString());
        assertThat(summary.getString("zone")).isEqualTo(zone);
        assertThat(sums(summary, "")).isEqualTo(Expected.of(EVENTS, Dimension.TOTAL, "", begin, end));
        Instant before = begin.minus(Duration.between(begin, end));
        assertThat(summary.getString("before.from")).isEqualTo(before.toString());
        assertThat(sums(summary, "before.")).isEqualTo(Expected.of(EVENTS, Dimension.TOTAL, "", before, begin));
    }

    @Test
    void oneValueOfOneDimensionIsSummedByItself() {
        // Given
        Instant begin = Instant.parse("2026-03-27T05:00:00Z");
        Instant end = Instant.parse("2026-03-30T00:00:00Z");

        // When
        JsonPath summary = answer("summary?from=%s&to=%s&channel=search".formatted(begin, end));

        // Then
        assertThat(sums(summary, "")).isEqualTo(Expected.of(EVENTS, Dimension.CHANNEL, "search", begin, end));
        assertThat(summary.<Object>get("bounceRate")).isNull();
        assertThat(summary.<Object>get("averageVisitSeconds")).isNull();
    }

    @Test
    void bouncesAndTheLengthOfVisitsAreThoseOfTheVisitsThatBeganThen() {
        // Given
        Instant begin = Instant.parse("2026-03-27T05:00:00Z");
        Instant end = Instant.parse("2026-03-30T00:00:00Z");
        List<MadeUp> starts = EVENTS.stream()
                .filter(MadeUp::startsVisit)
                .filter(event -> !event.at().isBefore(begin) && event.at().isBefore(end))
                .toList();
        double bounced = starts.stream()
                .filter(start -> RollupRows.bounced(start, EVENTS))
                .count();
        double seconds = starts.stream()
                .mapToLong(start -> RollupRows.lasted(start, EVENTS).toSeconds())
                .sum();

        // When
        JsonPath summary = answer("summary?from=%s&to=%s".formatted(begin, end));

        // Then
        assertThat(summary.getDouble("bounceRate")).isCloseTo(bounced / starts.size(), within(0.000_1));
        assertThat(summary.getDouble("averageVisitSeconds")).isCloseTo(seconds / starts.size(), within(0.1));
    }

    @Test
    void theChangeIsAShareOfWhatWasBeforeAndNothingWhereNothingWas() {
        // When
        JsonPath summary = answer("summary?from=2026-03-28&to=2026-04-01");
        JsonPath first = answer("summary?from=2026-03-24&to=2026-03-28");

        // Then
        double pageviews = summary.getDouble("pageviews");
        double before = summary.getDouble("before.pageviews");
        assertThat(summary.getDouble("change.pageviews")).isCloseTo((pageviews - before) / before, within(0.000_1));
        assertThat(first.<Object>get("change.pageviews")).isNull();
        assertThat(first.<Object>get("change.bounceRate")).isNull();
    }

    @Test
    void itSaysHowVisitorsAreCountedAndHowExactlyThatIs() {
        // When
        JsonPath summary = answer("summary");

        // Then
        assertThat(summary.getString("uniques.meaning")).startsWith("sum of daily uniques");
        assertThat(summary.getDouble("uniques.standardError")).isEqualTo(0.016);
    }

    @Test
    void unaskedItIsOfTheLastThirtyDaysOfWhichTodayIsOne() {
        // Given
        List<MadeUp> recent = MadeUp.visits(50, Instant.now().minus(Duration.ofHours(1)), Duration.ofMinutes(30), 2);
        rows.add(recent);

        // When
        JsonPath summary = answer("summary");

        // Then
        Duration length =
                Duration.between(Instant.parse(summary.getString("from")), Instant.parse(summary.getString("to")));
        assertThat(summary.getString("from")).endsWith("T00:00:00Z");
        assertThat(length).isBetween(Duration.ofDays(29), Duration.ofDays(30));
        assertThat(sums(summary, "")).isEqualTo(Expected.of(recent));
    }

    private static Expected sums(JsonPath answer, String prefix) {
        return new Expected(
                answer.getLong(prefix + "visitors"),
                answer.getLong(prefix + "visits"),
                answer.getLong(prefix + "pageviews"),
                answer.getLong(prefix + "downloads"),
                answer.getLong(prefix + "events"));
    }
}
