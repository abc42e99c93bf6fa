package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.zenithcapital.platform.proof.Rows;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every accepted event is counted, and once, whatever dies meanwhile: 200,000 events, each tenth sent twice, while
 * the service, Postgres and Kafka are killed and started again.
 */
@ExtendWith(SharedZenith.class)
class CountingIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVENTS = 200_000;
    private static final int A_REQUEST = 100;
    private static final int TWICE = 10;
    private static final int ROBOTS = 20;
    private static final int SENDERS = 4;
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final String ROBOT = "Googlebot/2.1 (+http://www.google.com/bot.html)";

    /** What a sender hears while something is dead, and tries again. */
    private static final Set<Integer> LATER = Set.of(502, 503, 504);

    /** One browser's events, or a robot's. */
    private record Sent(String address, boolean isRobot, ArrayNode events) {}

    private final Zenith zenith;
    private final AnalyticsDesk analytics;
    private final String slug = "conserved-" + UUID.randomUUID();

    CountingIT(Zenith zenith) {
        this.zenith = zenith;
        this.analytics = new AnalyticsDesk(zenith);
    }

    @AfterEach
    void everythingRunsAgain() {
        zenith.awaitHealthy();
    }

    @Test
    void everyAcceptedEventIsCountedOnceThroughTheDeathOfEverything() throws Exception {
        // Given
        Rows rows = zenith.rows("analytics");
        List<Sent> requests = requests();
        long robots = EVENTS / ROBOTS;
        long repeated =
                requests.stream().mapToLong(sent -> sent.events().size()).sum() - EVENTS;
        long stored = tally(rows, "stored");
        long filtered = tally(rows, "filtered");
        long duplicates = tally(rows, "duplicate");
        // Before Postgres dies, which is Keycloak's too.
        String token = zenith.token("ada");
        long began = System.nanoTime();

        // When
        long accepted = sendWhileEverythingDies(requests);

        // Then
        assertThat(token).isNotBlank();
        Figures.report("200,000 events and 19,000 repeats sent, through three deaths", seconds(began));
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(rows.count("select count(*) from event where insight = ?", slug))
                        .isEqualTo(EVENTS - robots));
        Figures.report("all of them counted after", seconds(began));
        await().during(Duration.ofSeconds(3)).atMost(RECOVERY).untilAsserted(() -> {
            assertThat(tally(rows, "stored") - stored).isEqualTo(EVENTS - robots);
            assertThat(tally(rows, "filtered") - filtered).isEqualTo(robots);
        });
        assertThat(rows.count("select count(distinct id) from event where insight = ?", slug))
                .isEqualTo(EVENTS - robots);
        // What had no answer may have been taken all the same and then came again: more duplicates, never fewer.
        assertThat(tally(rows, "duplicate") - duplicates).isGreaterThanOrEqualTo(repeated);
        assertThat(accepted).isEqualTo(EVENTS + repeated);
        await().atMost(RECOVERY)
                .untilAsserted(() -> assertThat(analytics
                                .read("summary", "insight=" + slug)
                                .path("pageviews")
                                .asLong())
                        .isEqualTo(EVENTS - robots));
        assertRollupsAreARecount();
    }

    private void assertRollupsAreARecount() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (LocalDate day : List.of(today.minusDays(1), today)) {
            JsonNode recount = zenith.as("ada")
                    .post(AnalyticsDesk.ANALYTICS + "/recount?dryRun=true&day=" + day)
                    .expect(200)
                    .json();
            for (String grain : List.of("quarters", "days", "ways")) {
                assertThat(recount.path(grain).asInt(-1)).as(recount.toString()).isZero();
            }
        }
    }

    /** After each ten requests one with every tenth of their events; robots' come once. */
    private List<Sent> requests() {
        List<Sent> requests = new ArrayList<>();
        ArrayNode again = JSON.createArrayNode();
        for (int i = 0; i < EVENTS / A_REQUEST; i++) {
            String address = "10.%d.%d.1".formatted(i / 250, i % 250);
            boolean isRobot = i % ROBOTS == 0;
            ArrayNode events = JSON.createArrayNode();
            for (int j = 0; j < A_REQUEST; j++) {
                events.add(analytics.view("/insights/" + slug));
                if (j % TWICE == 0 && !isRobot) {
                    again.add(events.get(j));
                }
            }
            requests.add(new Sent(address, isRobot, events));
            if (i % TWICE == TWICE - 1) {
                requests.add(new Sent(address, false, again));
                again = JSON.createArrayNode();
            }
        }
        return requests;
    }

    /** How many events were accepted, by all answers. */
    private long sendWhileEverythingDies(List<Sent> requests) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        long accepted = 0;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> sending = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> senders.submit(() -> send(requests, next)))
                    .toList();
            killAt(next, requests.size() / 4, "analytics-service");
            killAt(next, requests.size() / 2, "postgres");
            killAt(next, requests.size() * 3 / 4, "kafka");
            for (Future<Long> sender : sending) {
                accepted += sender.get();
            }
        }
        return accepted;
    }

    private void killAt(AtomicInteger next, int request, String part) {
        await("request " + request)
                .pollInterval(Duration.ofMillis(10))
                .atMost(RECOVERY)
                .until(() -> next.get() >= request);
        zenith.kill(part);
        zenith.restart(part);
    }

    private long send(List<Sent> requests, AtomicInteger next) {
        long accepted = 0;
        for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            Sent request = requests.get(i);
            accepted += await("a 202")
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(RECOVERY)
                    .until(() -> accepted(request), taken -> taken > 0);
        }
        return accepted;
    }

    /** None while something is dead. */
    private int accepted(Sent request) {
        Api browser = analytics.browser(request.address());
        try {
            Answer answer =
                    analytics.beacon(request.isRobot() ? browser.with("User-Agent", ROBOT) : browser, request.events());
            return LATER.contains(answer.status())
                    ? 0
                    : answer.expect(202).json().path("accepted").asInt();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private static long tally(Rows rows, String kind) {
        return rows.count("select coalesce(sum(events), 0) from tally where kind = ?", kind);
    }

    private static String seconds(long began) {
        return "%.1f s".formatted((System.nanoTime() - began) / 1e9);
    }
}
