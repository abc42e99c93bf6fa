package com.zenithcapital.analytics.counting;

import static com.zenithcapital.analytics.testing.Browsing.bridging;
import static com.zenithcapital.analytics.testing.Browsing.event;
import static com.zenithcapital.analytics.testing.Browsing.events;
import static com.zenithcapital.analytics.testing.Browsing.view;
import static com.zenithcapital.analytics.testing.Browsing.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.analytics.testing.Books;
import com.zenithcapital.analytics.testing.Topic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which events are one visit, and where it is counted. */
@QuarkusTest
class VisitTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TOTALS = "select slot, pageviews, visits, bounces, seconds from rollup_quarter"
            + " where dimension = 0 order by slot";

    @Inject
    Topic topic;

    @Inject
    Books books;

    private final String visitor = visitor();

    @BeforeEach
    void forget() {
        books.clear();
    }

    @Test
    void eventsWithLessThanHalfAnHourBetweenThemAreOneVisitWhereItBegan() {
        // When
        browse(NOON, "/");
        browse(NOON.plus(Duration.ofMinutes(29)), "/insights/rates");
        topic.send(events(
                visitor,
                NOON.plus(Duration.ofMinutes(40)),
                event("download", NOON.plus(Duration.ofMinutes(40)), "/models/copper")));

        // Then
        awaitEvents(3);
        assertThat(books.lines(TOTALS))
                .containsExactly(
                        "(\"2026-11-20 12:00:00+00\",1,1,0,2400)",
                        "(\"2026-11-20 12:15:00+00\",1,0,0,0)",
                        "(\"2026-11-20 12:30:00+00\",0,0,0,0)");
        assertThat(books.lines("select steps, visits from visit_way")).containsExactly("(home>insight>download,1)");
        assertThat(books.number("select count(distinct visit) from event")).isEqualTo(1);
    }

    @Test
    void anotherVisitBeginsAfterHalfAnHour() {
        // When
        browse(NOON, "/");
        browse(NOON.plus(Duration.ofMinutes(31)), "/");

        // Then
        awaitEvents(2);
        assertThat(books.lines(TOTALS))
                .containsExactly("(\"2026-11-20 12:00:00+00\",1,1,1,0)", "(\"2026-11-20 12:30:00+00\",1,1,1,0)");
        assertThat(books.lines("select steps, visits from visit_way")).containsExactly("(home,2)");
    }

    @Test
    void aVisitGoesOnOverMidnightThoughItsVisitorHasAnotherHash() {
        // Given
        Instant late = Instant.parse("2026-11-20T23:55:00Z");
        Instant early = Instant.parse("2026-11-21T00:05:00Z");
        String next = visitor();

        // When
        browse(late, "/");
        awaitEvents(1);
        topic.send(bridging(next, visitor, early, view(early, "/insights/rates")));
        awaitEvents(2);
        topic.send(events(next, early.plusSeconds(60), view(early.plusSeconds(60), "/about")));

        // Then
        awaitEvents(3);
        assertThat(books.lines(TOTALS))
                .containsExactly("(\"2026-11-20 23:45:00+00\",1,1,0,660)", "(\"2026-11-21 00:00:00+00\",2,0,0,0)");
        assertThat(books.lines("select day, steps, visits from visit_way"))
                .containsExactly("(2026-11-20,home>insight,1)");
        assertThat(books.number("select count(*) from visit")).isEqualTo(1);
        assertThat(books.number("select visitor from visit")).isEqualTo(Long.parseUnsignedLong(next, 16));
        assertThat(books.lines("select day, visitors from rollup_day where dimension = 0 order by day"))
                .containsExactly("(2026-11-20,1)", "(2026-11-21,1)");
    }

    @Test
    void aLateEventIsAVisitOfItsOwnAndThePresentOneGoesOn() {
        // Given
        Instant now = NOON.plus(Duration.ofHours(20));

        // When
        browse(now, "/");
        awaitEvents(1);
        topic.send(events(visitor, now.plusSeconds(10), view(NOON, "/about")));
        awaitEvents(2);
        browse(now.plusSeconds(20), "/insights/rates");

        // Then
        awaitEvents(3);
        assertThat(books.lines(TOTALS))
                .containsExactly("(\"2026-11-20 12:00:00+00\",1,1,1,0)", "(\"2026-11-21 08:00:00+00\",2,1,0,20)");
        assertThat(books.lines("select kind, events from tally order by kind"))
                .containsExactly("(late,1)", "(stored,3)");
    }

    @Test
    void anEventShortlyBeforeTheVisitJoinsItAndItsBeginningStays() {
        // When
        browse(NOON, "/");
        awaitEvents(1);
        topic.send(events(visitor, NOON.plusSeconds(5), view(NOON.minusSeconds(60), "/about")));

        // Then
        awaitEvents(2);
        assertThat(books.lines(TOTALS))
                .containsExactly("(\"2026-11-20 11:45:00+00\",1,0,0,0)", "(\"2026-11-20 12:00:00+00\",1,1,0,0)");
    }

    private void browse(Instant at, String path) {
        topic.send(events(visitor, at, view(at, path)));
    }

    private void awaitEvents(int count) {
        await().until(() -> books.number("select count(*) from event") == count);
    }
}
