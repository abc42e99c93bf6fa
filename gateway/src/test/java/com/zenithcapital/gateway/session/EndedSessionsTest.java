package com.zenithcapital.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final HandSet clock = new HandSet(NOON);
    private final EndedSessions ended = new EndedSessions(Duration.ofHours(10), clock);

    @Test
    void anEndedSessionStaysEndedHoweverOftenItIsTried() {
        // Given
        Session session = Sessions.of("one", "ana", NOON);

        // When
        ended.end("one");

        // Then
        assertThat(ended.contains(session)).isTrue();
        assertThat(ended.contains(session)).isTrue();
        assertThat(ended.contains(Sessions.of("two", "ana", NOON))).isFalse();
    }

    @Test
    void allSessionsOfAUserThatBeganBeforeEndAndTheNextOneDoesNot() {
        // When
        ended.endAllOf("ana");

        // Then
        assertThat(ended.contains(Sessions.of("one", "ana", NOON.minusSeconds(60))))
                .isTrue();
        assertThat(ended.contains(Sessions.of("two", "ana", NOON.plusSeconds(1))))
                .isFalse();
        assertThat(ended.contains(Sessions.of("three", "eddie", NOON.minusSeconds(60))))
                .isFalse();
    }

    @Test
    void aSessionThatTheProviderGoesOnWithCanBeSignedIntoAgain() {
        // Given
        ended.end("one");

        // When
        ended.begin("one");

        // Then
        assertThat(ended.contains(Sessions.of("one", "ana", NOON))).isFalse();
    }

    @Test
    void whatNoSessionCanBeOlderThanIsForgotten() {
        // Given
        ended.end("one");
        ended.endAllOf("ana");
        clock.now = NOON.plus(Duration.ofHours(9));
        ended.end("two");

        // When
        clock.now = NOON.plus(Duration.ofHours(11));
        ended.end("three");

        // Then
        assertThat(ended.size()).isEqualTo(2);
        assertThat(ended.contains(Sessions.of("two", "eddie", NOON))).isTrue();
    }

    private static final class HandSet extends Clock {

        private Instant now;

        HandSet(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
