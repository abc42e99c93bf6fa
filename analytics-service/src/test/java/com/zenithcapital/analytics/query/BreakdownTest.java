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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Periods by the values of a dimension, beside an exact count of the same events. */
@QuarkusTest
class BreakdownTest {

    private static final List<MadeUp> EVENTS =
            MadeUp.visits(250, Instant.parse("2026-03-25T00:00:00Z"), Duration.ofDays(7), 7);

    @Inject
    RollupRows rows;

    @BeforeEach
    void fill() {
        rows.replace(EVENTS);
    }

    private record Line(String value, Expected expected) {}

    @ParameterizedTest
    @EnumSource(names = {"PAGE", "SOURCE", "CHANNEL", "COUNTRY", "DEVICE", "EVENT", "MODEL", "INSIGHT"})
    void everyValueIsThereWithItsSums(Dimension dimension) {
        // When
        JsonPath breakdown =
                answer("breakdown?dimension=%s&from=2026-03-26&to=2026-03-30&limit=100".formatted(dimension.word()));

        // Then
        assertThat(lines(breakdown))
                .isEqualTo(
                        expected(dimension, in("2026-03-26T00:00:00Z", "2026-03-30T00:00:00Z"), Expected::pageviews));
        assertThat(breakdown.<Object>get("next")).isNull();
    }

    @Test
    void daysOfAnotherZoneHaveTheVisitorsOfTheirHours() {
        // When
        JsonPath breakdown =
                answer("breakdown?dimension=insight&zone=Asia/Kolkata&from=2026-03-26&to=2026-03-30&limit=100");

        // Then
        assertThat(lines(breakdown))
                .isEqualTo(expected(
                        Dimension.INSIGHT, in("2026-03-25T18:30:00Z", "2026-03-29T18:30:00Z"), Expected::pageviews));
    }

    @Test
    void aFewHoursOfADayAreBrokenDownToo() {
        // When
        JsonPath breakdown =
                answer("breakdown?dimension=channel&from=2026-03-26T04:15:00Z&to=2026-03-26T19:30:00Z&sort=visits");

        // Then
        assertThat(lines(breakdown))
                .isEqualTo(expected(
                        Dimension.CHANNEL, in("2026-03-26T04:15:00Z", "2026-03-26T19:30:00Z"), Expected::visits));
    }

    @ParameterizedTest
    @CsvSource({
        "insight, channel, search",
        "channel, insight, copper-1",
        "source, insight, copper-0",
        "device, country, IN",
        "country, model, copper-2"
    })
    void aPairAnswersEitherByTheOther(String shown, String kept, String value) {
        // Given
        Dimension dimension = Dimension.named(shown).orElseThrow();
        Dimension filter = Dimension.named(kept).orElseThrow();

        // When
        JsonPath breakdown = answer("breakdown?dimension=%s&%s=%s&from=2026-03-26&to=2026-03-30&limit=100&sort=visitors"
                .formatted(shown, kept, value));

        // Then
        assertThat(lines(breakdown))
                .isNotEmpty()
                .isEqualTo(expected(
                        dimension,
                        in("2026-03-26T00:00:00Z", "2026-03-30T00:00:00Z").and(event -> event.has(filter, value)),
                        Expected::visitors));
    }

    @ParameterizedTest
    @CsvSource({"pageviews", "visits", "visitors", "downloads", "events"})
    void pagesHaveEachValueOnceInTheOrderOfTheWhole(String sort) {
        // Given
        String question = "breakdown?dimension=insight&from=2026-03-26&to=2026-03-30&sort=" + sort;
        List<String> whole = answer(question + "&limit=100").getList("items.value");

        // When
        List<String> paged = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = answer(question + "&limit=3" + (cursor == null ? "" : "&cursor=" + cursor));
            paged.addAll(page.getList("items.value", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        // Then
        assertThat(paged).hasSizeGreaterThan(6).isEqualTo(whole).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "dimension=page&channel=search, A breakdown by page takes no filter.",
        "dimension=channel&channel=search, 'insight, model, country, device'",
        "dimension=insight&page=x, 'source, channel, country, device'",
        "dimension=insight&channel=search&country=DE, one dimension at a time",
        "dimension=insight&channel=search&zone=Asia/Kolkata, midnights of UTC"
    })
    void whatIsNotCountedTogetherIsRefusedWithWhatIs(String question, String says) {
        // When
        var answer = ask("breakdown?from=2026-03-26&to=2026-03-30&" + question);

        // Then
        answer.statusCode(400)
                .body("type", is("urn:zenith:problem:unsupported-filter"))
                .body("detail", containsString(says));
    }

    @ParameterizedTest
    @CsvSource({
        "zone=UTC, query:dimension",
        "dimension=, query:dimension",
        "dimension=total, query:dimension",
        "dimension=insight-source, query:dimension",
        "dimension=page&sort=bounces, query:sort",
        "dimension=page&sort=visitors&from=2026-03-26T01:00:00Z&to=2026-03-28, query:sort",
        "dimension=page&limit=0, query:limit",
        "dimension=page&limit=101, query:limit",
        "dimension=page&cursor=garbage, query:cursor",
        "dimension=page&interval=day, query:interval"
    })
    void whatIsNoQuestionIsRefused(String question, String pointer) {
        // When
        var answer = ask("breakdown?" + question);

        // Then
        answer.statusCode(400).body("errors[0].pointer", is(pointer));
    }

    @Test
    void theCursorOfAnotherOrderIsRefused() {
        // Given
        String cursor = answer("breakdown?dimension=insight&from=2026-03-26&to=2026-03-30&limit=1")
                .getString("next");

        // When
        var answer = ask("breakdown?dimension=insight&from=2026-03-26&to=2026-03-30&sort=visits&cursor=" + cursor);

        // Then
        answer.statusCode(400).body("type", is("urn:zenith:problem:invalid-cursor"));
    }

    private static Predicate<MadeUp> in(String from, String to) {
        Instant begin = Instant.parse(from);
        Instant end = Instant.parse(to);
        return event -> !event.at().isBefore(begin) && event.at().isBefore(end);
    }

    private static List<Line> expected(Dimension dimension, Predicate<MadeUp> which, ToLongFunction<Expected> sort) {
        return EVENTS.stream()
                .filter(which)
                .filter(event -> event.values().containsKey(dimension))
                .collect(Collectors.groupingBy(
                        event -> Objects.requireNonNull(event.values().get(dimension)),
                        TreeMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Line(entry.getKey(), Expected.of(entry.getValue())))
                .sorted(Comparator.comparingLong((Line line) -> sort.applyAsLong(line.expected()))
                        .reversed()
                        .thenComparing(Line::value))
                .toList();
    }

    private static List<Line> lines(JsonPath breakdown) {
        List<Map<String, Object>> items = breakdown.getList("items");
        return items.stream()
                .map(item -> new Line(
                        (String) Objects.requireNonNull(item.get("value")),
                        new Expected(
                                number(item, "visitors"),
                                number(item, "visits"),
                                number(item, "pageviews"),
                                number(item, "downloads"),
                                number(item, "events"))))
                .toList();
    }

    private static long number(Map<String, Object> item, String name) {
        return ((Number) Objects.requireNonNull(item.get(name))).longValue();
    }
}
