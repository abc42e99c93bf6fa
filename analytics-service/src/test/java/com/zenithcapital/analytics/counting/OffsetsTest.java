package com.zenithcapital.analytics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.testing.Books;
import com.zenithcapital.analytics.testing.Browsing;
import com.zenithcapital.platform.session.OwnConnection;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances that both believe to have a partition: one of them counts. */
@QuarkusTest
class OffsetsTest {

    private static final TopicPartition PARTITION = new TopicPartition("a-topic-of-this-test", 3);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Inject
    OwnConnection connections;

    @Inject
    BatchWriter writer;

    @Inject
    Books books;

    @BeforeEach
    void forget() {
        books.clear();
        books.update("delete from consumer_offset where topic = ?", PARTITION.topic());
    }

    @Test
    void aPartitionThatNobodyReadBeginsAtItsBeginning() throws SQLException {
        try (Connection connection = open()) {
            // When
            Offsets offsets = Offsets.load(connection, Set.of(PARTITION));

            // Then
            assertThat(offsets.of(PARTITION)).isZero();
        }
    }

    @Test
    void whoLostAPartitionUnawaresCountsNothing() throws Exception {
        try (Connection one = open();
                Connection other = open()) {
            // Given
            Offsets loaded = Offsets.load(one, Set.of(PARTITION));
            one.commit();
            Offsets meanwhile = Offsets.load(other, Set.of(PARTITION));
            other.commit();
            writer.write(other, meanwhile, List.of(delivery(0)));

            // When
            assertThatThrownBy(() -> writer.write(one, loaded, List.of(delivery(0))))

                    // Then
                    .isInstanceOf(FencedException.class);
            assertThat(books.number("select count(*) from event")).isEqualTo(1);
            assertThat(books.lines("select kind, events from tally")).containsExactly("(stored,1)");
            assertThat(books.number("select pageviews from rollup_day where dimension = 0"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whoeverGoesOnFromTheStoredOffsetCounts() throws Exception {
        try (Connection connection = open()) {
            // Given
            Offsets before = Offsets.load(connection, Set.of(PARTITION));
            connection.commit();
            writer.write(connection, before, List.of(delivery(0)));

            // When
            Offsets after = Offsets.load(connection, Set.of(PARTITION));
            writer.write(connection, after, List.of(delivery(1)));

            // Then
            assertThat(books.number("select count(*) from event")).isEqualTo(2);
            assertThat(books.number("select next from consumer_offset where topic = ?", PARTITION.topic()))
                    .isEqualTo(2);
        }
    }

    private static Delivery delivery(long offset) {
        EventsReceived events = Browsing.events(null, NOON, Browsing.view(NOON, "/"));
        return new Delivery(
                new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, new byte[0], new byte[0]),
                new Fact.Events(events, null, null));
    }

    private Connection open() throws SQLException {
        Connection connection = connections.open("offsets-test");
        connection.setAutoCommit(false);
        return connection;
    }
}
