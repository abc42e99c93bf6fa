package com.zenithcapital.analytics.counting;

import static com.zenithcapital.analytics.testing.Browsing.event;
import static com.zenithcapital.analytics.testing.Browsing.events;
import static com.zenithcapital.analytics.testing.Browsing.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.rollup.Recount;
import com.zenithcapital.analytics.rollup.Recounted;
import com.zenithcapital.analytics.testing.Books;
import com.zenithcapital.analytics.testing.Topic;
import com.zenithcapital.platform.proof.TcpProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every tenth event is sent twice while four threads count: the application's two, and two others whose way to the database is
 * cut again and again, of which one goes and another comes.
 */
@QuarkusTest
class KeptThroughCutsTest {

    /** Recent, so that its partitions are there. */
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);

    private final Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    private static final int EVENTS = 20_000;
    private static final int IN_A_RECORD = 10;
    private static final int CUTS = 25;

    @Inject
    Topic topic;

    @Inject
    Books books;

    @Inject
    CountingConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> cluster;

    @Inject
    FactReader reader;

    @Inject
    Batches batches;

    @Inject
    CountingMetrics metrics;

    @Inject
    Recount recount;

    private final List<String> visitors =
            Stream.generate(() -> visitor()).limit(300).toList();
    private final AtomicInteger opened = new AtomicInteger();
    private final List<EventConsumer> running = new ArrayList<>();
    private TcpProxy line;
    private String through;

    @BeforeEach
    void layTheLine() {
        books.clear();
        String url = setting("quarkus.datasource.jdbc.url");
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        line = TcpProxy.to(port);
        through = url.replace(":" + port + "/", ":" + line.port() + "/");
    }

    @AfterEach
    void stopThem() throws InterruptedException {
        for (EventConsumer consumer : running) {
            stop(consumer);
        }
        line.close();
    }

    @Test
    void nothingIsLostOrDoubledWhileConnectionsAreCutAndInstancesComeAndGo() throws Exception {
        // Given
        EventConsumer leaving = another();
        another();
        await().atMost(Duration.ofSeconds(30)).until(() -> line.connections() == 2);

        // When
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger round = new AtomicInteger();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    sent.addAndGet(sendEveryTenthTwice(round.get()));
                    line.cut();
                    return round.incrementAndGet() == CUTS;
                });
        line.refuse();
        line.cut();
        stop(leaving);
        another();
        line.heal();

        // Then
        await().atMost(Duration.ofMinutes(2)).until(() -> books.number("select sum(events) from tally") == sent.get());
        assertThat(books.lines("select kind, events from tally order by kind"))
                .containsExactly("(duplicate,%d)".formatted(sent.get() - EVENTS), "(stored,%d)".formatted(EVENTS));
        assertThat(books.number("select count(*) from event")).isEqualTo(EVENTS);
        assertThat(books.number("select count(distinct id) from event")).isEqualTo(EVENTS);
        assertThat(books.number("select sum(pageviews + downloads + others) from rollup_quarter where dimension = 0"))
                .isEqualTo(EVENTS);
        assertThat(opened).hasValueGreaterThan(CUTS);
        assertThat(recount.compare(day)).isEqualTo(new Recounted(day, 0, 0, 0, false));
    }

    private EventConsumer another() {
        EventConsumer consumer = new EventConsumer(
                "counting-" + running.size(),
                Counting.inSmallBatches(config),
                cluster,
                this::open,
                reader,
                batches,
                metrics);
        running.add(consumer);
        consumer.start();
        return consumer;
    }

    private static void stop(EventConsumer consumer) throws InterruptedException {
        consumer.end();
        consumer.join(Duration.ofSeconds(15));
        assertThat(consumer.isAlive()).isFalse();
    }

    private int sendEveryTenthTwice(int round) {
        int records = EVENTS / IN_A_RECORD / CUTS;
        int sent = 0;
        for (int i = round * records; i < (round + 1) * records; i++) {
            Instant at = noon.plusMillis(i * 20L);
            Received[] received = new Received[IN_A_RECORD];
            for (int j = 0; j < IN_A_RECORD; j++) {
                received[j] = event(UUID.randomUUID(), "pageview", at, "/insights/text-" + (i + j) % 50);
            }
            EventsReceived record = events(visitors.get(i % visitors.size()), at, received);
            topic.sendSoon(record);
            sent += IN_A_RECORD;
            if (i % 10 == 0) {
                topic.sendSoon(record);
                sent += IN_A_RECORD;
            }
        }
        return sent;
    }

    private Connection open() throws SQLException {
        opened.incrementAndGet();
        return DriverManager.getConnection(
                through, setting("quarkus.datasource.username"), setting("quarkus.datasource.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
