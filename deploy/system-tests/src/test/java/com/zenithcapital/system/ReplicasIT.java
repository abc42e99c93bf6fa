package com.zenithcapital.system;

import static com.zenithcapital.system.InsightDesk.text;
import static com.zenithcapital.system.InsightDesk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.local.part.ServicePart;
import com.zenithcapital.local.stack.StackPlan;
import com.zenithcapital.system.InsightDesk.Insight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances of content-service: what is due is done once, and what is withdrawn is served by neither. */
@ExtendWith(SharedZenith.class)
@TestInstance(Lifecycle.PER_CLASS)
class ReplicasIT {

    private static final int SCHEDULED = 1_000;
    private static final Duration SPREAD = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Zenith zenith;
    private final InsightDesk desk;
    private ServicePart second;

    ReplicasIT(Zenith zenith) {
        this.zenith = zenith;
        this.desk = InsightDesk.at(zenith);
    }

    @BeforeAll
    void thereAreTwo() {
        second = zenith.anotherInstance(StackPlan.CONTENT_SERVICE);
    }

    @AfterAll
    void oneIsLeft() {
        second.stop();
    }

    @Test
    void eachOfAThousandIsPublishedOnceAndOnTime() {
        // Given
        Set<String> ids = approved(SCHEDULED);
        Instant first = Instant.now().plusSeconds(40).truncatedTo(ChronoUnit.MILLIS);

        // When
        schedule(ids, first, SPREAD);

        // Then
        Map<String, List<Duration>> late = published(ids);
        assertThat(late)
                .hasSize(SCHEDULED)
                .allSatisfy((id, times) -> assertThat(times).hasSize(1));
        List<Duration> sorted =
                late.values().stream().flatMap(List::stream).sorted().toList();
        Duration p99 = sorted.get(sorted.size() * 99 / 100);
        Figures.report(
                "1,000 scheduled insights, two instances, over 30 s: lateness p50, p99, most",
                "%d, %d, %d ms"
                        .formatted(
                                sorted.get(sorted.size() / 2).toMillis(),
                                p99.toMillis(),
                                sorted.getLast().toMillis()));
        assertThat(p99).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void whatOneLeavesUndoneTheOtherDoes() {
        // Given
        Set<String> ids = approved(200);
        schedule(ids, Instant.now().plusSeconds(12), Duration.ofSeconds(4));
        await().atMost(PATIENCE).until(() -> !facts(ids).isEmpty());

        // When
        second.kill();

        // Then
        Map<String, List<Duration>> late = published(ids);
        assertThat(late)
                .hasSize(200)
                .allSatisfy((id, times) -> assertThat(times).hasSize(1));
        second.start();
    }

    @Test
    void neitherServesWhatIsWithdrawn() {
        // Given
        Insight insight = desk.published(text());
        List<Api> doors = List.of(zenith.main(StackPlan.CONTENT_SERVICE), Api.at(URI.create(second.url())));
        doors.forEach(door ->
                IntStream.range(0, 50).forEach(i -> door.get(insight.page()).expect(200)));

        // When
        doors.getFirst()
                .as(zenith.token("eddie"))
                .post(insight.path() + "/withdraw", Map.of("reason", "Restated"))
                .expect(200);

        // Then
        doors.reversed()
                .forEach(door -> IntStream.range(0, 50)
                        .forEach(i -> door.get(insight.page()).expect(410)));
    }

    @Test
    void aCorrectionAtOneIsReadAtTheOther() {
        // Given
        Map<String, Object> text = text();
        Insight insight = desk.published(text);
        Api other = Api.at(URI.create(second.url()));
        other.get(insight.page()).expect(200);
        desk.revise(insight, with(text, "summary", "Right."));

        // When
        zenith.main(StackPlan.CONTENT_SERVICE)
                .as(zenith.token("eddie"))
                .post(insight.path() + "/correct", Map.of("note", "Put right"))
                .expect(200);

        // Then
        assertThat(other.get(insight.page()).json().path("summary").asText()).isEqualTo("Right.");
    }

    /** Approved by an import, which somebody with all roles answers for. */
    private Set<String> approved(int count) {
        String run = UUID.randomUUID().toString();
        String lines = IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"state\":\"APPROVED\",\"content\":{\"title\":\"Due %s %d\",\"slug\":\"due-%s-%d\",\"body\":\"Text\"}}"
                                .formatted(run, i, run, i))
                .collect(Collectors.joining("\n"));
        Set<String> ids = desk.importLines("max", lines).stream()
                .map(result -> result.path("id").asText())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(count);
        return ids;
    }

    private void schedule(Set<String> ids, Instant first, Duration spread) {
        List<String> all = new ArrayList<>(ids);
        Api eddie = desk.as("eddie");
        try (ExecutorService threads =
                Executors.newFixedThreadPool(4, Thread.ofVirtual().factory())) {
            List<Future<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Instant at =
                        first.plus(spread.multipliedBy(i).dividedBy(all.size())).truncatedTo(ChronoUnit.MILLIS);
                String path = InsightDesk.INSIGHTS + "/" + all.get(i) + "/schedule";
                // A thousand are more than one editor may send at once: what is one too many is sent again.
                calls.add(threads.submit(() -> await("a place in eddie's budget")
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(50))
                        .until(
                                () -> eddie.post(path, Map.of("publishAt", at.toString())),
                                answer -> answer.status() != 429)));
            }
            for (Future<Answer> call : calls) {
                call.get().expect(200);
            }
        } catch (ExecutionException e) {
            throw new AssertionError("A plan was not made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        assertThat(Instant.now())
                .as("everything is scheduled before the first is due")
                .isBefore(first);
    }

    /** How late each was, for every time it was published; once all have been. */
    private Map<String, List<Duration>> published(Set<String> ids) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> facts(ids).size() >= ids.size());
        return facts(ids);
    }

    private Map<String, List<Duration>> facts(Set<String> ids) {
        Map<String, List<Duration>> late = new HashMap<>();
        for (ConsumerRecord<String, String> fact : Events.on(zenith, "zenith.content.insights")) {
            String type = new String(fact.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
            if (ids.contains(fact.key()) && type.equals("zenith.content.insight-published.v1")) {
                JsonNode data = read(fact.value());
                late.computeIfAbsent(fact.key(), id -> new ArrayList<>())
                        .add(Duration.between(
                                Instant.parse(data.path("scheduledFor").asText()),
                                Instant.parse(data.path("publishedAt").asText())));
            }
        }
        return late;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
