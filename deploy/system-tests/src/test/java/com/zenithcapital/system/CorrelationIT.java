package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One id leads from a request through the logs and Kafka, whoever looks for it later. */
@ExtendWith(SharedZenith.class)
class CorrelationIT {

    private static final String HEADER = "X-Correlation-Id";

    private final Zenith zenith;

    CorrelationIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @Test
    void anUploadsIdIsInTheAnswerInKafkaAndInTheLogs() {
        String id = "system-test-" + UUID.randomUUID();
        Model model = zenith.desk("ana").create("Model with a correlation id");
        ModelDesk desk = new ModelDesk(zenith.as("ana").with(HEADER, id));

        Answer answer = desk.send(model, zenith.workbook(Size.TINY, 300), "model.xlsx");

        answer.expect(202);
        assertThat(answer.header(HEADER)).contains(id);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Events.keysWithHeader(zenith, "zenith.model-files.versions", HEADER, id))
                                .isNotEmpty());
        assertThat(logged("gateway", id)).as("the gateway's log").isNotEmpty();
        assertThat(logged("model-file-service", id)).as("the service's log").isNotEmpty();
    }

    @Test
    void theIdOfAnUploadIsStillThereWhenItsVerdictIsMade() {
        String id = "system-test-" + UUID.randomUUID();
        Model model = zenith.desk("ana").create("Model whose verdict is traced");
        ModelDesk desk = new ModelDesk(zenith.as("ana").with(HEADER, id));

        Job job = desk.awaitVerdict(desk.upload(model, zenith.workbook(Size.TINY, 301)), Duration.ofSeconds(30));

        assertThat(job.state()).isEqualTo("ACCEPTED");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Events.keysWithHeader(zenith, "zenith.model-files.versions", HEADER, id))
                                .as("received and accepted")
                                .hasSizeGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has spaces in it",
                "<script>",
                "a-very-long-one-0123456789-0123456789-0123456789-0123456789-0123456789"
            })
    void anIdThatCouldSpoilALogIsReplaced(String bad) {
        Answer answer = zenith.visitor().with(HEADER, bad).get("/api/v1/models");

        assertThat(answer.header(HEADER)).isPresent().get().isNotEqualTo(bad);
    }

    @Test
    void everyRefusalCarriesAnId() {
        assertThat(zenith.visitor().get("/api/v1/admin/models").header(HEADER)).isPresent();
        assertThat(zenith.visitor().get("/nothing").header(HEADER)).isPresent();
    }

    private List<JsonNode> logged(String part, String id) {
        return JsonLog.of(zenith.log(part)).lines().stream()
                .filter(line -> line.path("mdc").path("correlationId").asText().equals(id)
                        || line.path("correlationId").asText().equals(id))
                .toList();
    }
}
