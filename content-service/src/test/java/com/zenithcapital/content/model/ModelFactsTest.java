package com.zenithcapital.content.model;

import static com.zenithcapital.content.testing.Api.published;
import static com.zenithcapital.content.testing.Api.text;
import static com.zenithcapital.content.testing.Api.visitor;
import static com.zenithcapital.content.testing.Api.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.content.testing.Kept;
import com.zenithcapital.platform.testing.KafkaResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ModelFactsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Kept kept;

    @Inject
    ModelVersions models;

    @Inject
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "published", "withdrawn"})
    void whatTheOtherServiceTellsIsRead(String kind) throws IOException {
        // When
        ToldVersion told = json.readValue(golden(kind), ToldVersion.class);

        // Then
        assertThat(told.modelId()).isEqualTo(UUID.fromString("01920000-0000-7000-8000-000000000001"));
        assertThat(told.slug()).isEqualTo("copper-2030");
        assertThat(told.version()).isEqualTo(3);
        assertThat(told.sheets())
                .isEqualTo(kind.equals("accepted") ? List.of("Assumptions", "Supply & Demand") : List.of());
    }

    @Test
    void anInsightNamesTheNewestVersionAndIsFoundByItsSheets() {
        // Given
        UUID model = UUID.randomUUID();
        String slug = "model-" + model;
        String sheet = "Zinkoxide" + Math.abs(model.hashCode() % 1_000_000);
        String insight = published(with(text(), "models", List.of(slug)));
        tell("accepted", UUID.randomUUID(), model, slug, 1, sheet);

        // When
        tell("published", UUID.randomUUID(), model, slug, 1, sheet);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(page(insight).getList("models"))
                        .containsExactly(Map.of("slug", slug, "version", 1)));
        List<String> found = visitor()
                .queryParam("q", sheet)
                .get("/api/v1/insights")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(found).containsExactly(insight);
    }

    /** Somebody publishes between our look at what links the model and our lock. */
    @Test
    void aModelsNewVersionChangesNoDate() {
        // Given
        UUID model = UUID.randomUUID();
        String slug = "model-" + model;
        String insight = published(with(text(), "models", List.of(slug)));
        tell("accepted", UUID.randomUUID(), model, slug, 1, "Sheet");
        Instant later = Instant.parse("2040-01-01T00:00:00Z");

        // When
        QuarkusTransaction.requiringNew().run(() -> {
            kept.text("select slug as text from insight where id = ?::uuid for update", insight);
            tell("published", UUID.randomUUID(), model, slug, 1, "Sheet");
            await().atMost(PATIENCE)
                    .until(() -> kept.count("select count(*) as count from pg_locks where not granted") > 0);
            kept.change("update live set updated_at = ? where insight_id = ?::uuid", later, insight);
        });

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(page(insight).getList("models")).hasSize(1));
        assertThat(page(insight).getString("updatedAt")).isEqualTo(later.toString());
    }

    @Test
    void aRepeatedFactChangesNothing() {
        // Given
        UUID model = UUID.randomUUID();
        String slug = "model-" + model;
        UUID published = UUID.randomUUID();
        tell("accepted", UUID.randomUUID(), model, slug, 1, "Sheet");
        tell("published", published, model, slug, 1, "");
        tell("withdrawn", UUID.randomUUID(), model, slug, 1, "");

        // When
        tell("published", published, model, slug, 1, "");
        tell("accepted", UUID.randomUUID(), model, slug, 2, "Next");

        // Then
        await().atMost(PATIENCE)
                .until(() -> kept.count(
                                "select count(*) as count from model_version where model_id = ? and number = 2", model)
                        == 1);
        assertThat(models.find(List.of(slug))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsDeadLetteredAndTheRestGoesOn() {
        // Given
        UUID model = UUID.randomUUID();
        send(UUID.randomUUID(), "accepted", model, "{\"modelId\":\"no id\"}");

        // When
        tell("accepted", UUID.randomUUID(), model, "model-" + model, 1, "Sheet");

        // Then
        await().atMost(PATIENCE)
                .until(() -> kept.count("select count(*) as count from model_version where model_id = ?", model) == 1);
    }

    private JsonPath page(String insight) {
        return JsonPath.from(kept.text("select page as text from live where insight_id = ?::uuid", insight)
                .orElseThrow());
    }

    private void tell(String kind, UUID event, UUID model, String slug, int version, String sheet) {
        String data = golden(kind)
                .replace("01920000-0000-7000-8000-000000000001", model.toString())
                .replace("copper-2030", slug)
                .replace("\"version\": 3", "\"version\": " + version)
                .replace("Supply & Demand", sheet);
        send(event, kind, model, data);
    }

    private void send(UUID event, String kind, UUID model, String data) {
        ProducerRecord<String, String> fact =
                new ProducerRecord<>("zenith.model-files.versions", model.toString(), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        event.toString(),
                        "ce_type",
                        "zenith.model-files.version-%s.v1".formatted(kind),
                        "ce_source",
                        "/zenith/model-file-service",
                        "ce_subject",
                        model.toString(),
                        "ce_time",
                        "2026-01-02T03:04:05Z")
                .forEach((name, value) -> fact.headers().add(name, value.getBytes(UTF_8)));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KafkaResource.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(fact).get();
        } catch (ExecutionException e) {
            throw new AssertionError("The fact was not sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String golden(String kind) {
        String file = "/facts/zenith.model-files.version-%s.v1.json".formatted(kind);
        try (InputStream in = Objects.requireNonNull(ModelFactsTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
