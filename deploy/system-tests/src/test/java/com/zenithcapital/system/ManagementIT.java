package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator sees, and nobody else. */
@ExtendWith(SharedZenith.class)
class ManagementIT {

    private static final List<String> SERVICES =
            List.of("gateway", "content-service", "model-file-service", "analytics-service");
    private static final List<String> PATHS =
            List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics");

    private final Zenith zenith;

    ManagementIT(Zenith zenith) {
        this.zenith = zenith;
    }

    static Stream<Arguments> servicesAndPaths() {
        return SERVICES.stream().flatMap(service -> PATHS.stream().map(path -> Arguments.of(service, path)));
    }

    static Stream<String> services() {
        return SERVICES.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("servicesAndPaths")
    void theManagementPortAnswersAndTheMainPortDoesNot(String service, String path) {
        assertThat(zenith.management(service).get(path).status()).isEqualTo(200);
        assertThat(zenith.main(service).get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("services")
    void theManagementPortServesNothingOfTheContract(String service) {
        assertThat(zenith.management(service).get("/api/v1/models").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyHealthCheckIsUp(String service) {
        Answer ready = zenith.management(service).get("/q/health/ready").expect(200);

        assertThat(ready.json().path("status").asText()).isEqualTo("UP");
    }

    @Test
    void metricsCountRequestsByRouteAndNotByAddress() {
        zenith.as("ana").get("/api/v1/admin/jobs/00000000-0000-7000-8000-00000000000a");

        String metrics = zenith.management("model-file-service")
                .get("/q/metrics")
                .expect(200)
                .body();

        assertThat(metrics)
                .contains("http_server_requests_seconds_bucket")
                .doesNotContain("00000000-0000-7000-8000-00000000000a");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyLogLineIsJson(String service) {
        JsonLog log = JsonLog.of(zenith.log(service));

        assertThat(log.others()).as("lines of %s that are not JSON", service).isEmpty();
        assertThat(log.lines()).isNotEmpty();
    }

    @Test
    void aServedRequestIsLoggedWithItsCorrelationId() {
        zenith.as("ana").with("X-Correlation-Id", "management-it").get("/api/v1/admin/models");

        // The gateway says how a request ended once it did: a moment after its caller has the answer.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(JsonLog.text(zenith.log("gateway")))
                        .contains("\"correlationId\":\"management-it\""));
    }

    @ParameterizedTest
    @MethodSource("services")
    void noLogHoldsATokenOrAPassword(String service) {
        String token = zenith.token("ana");
        zenith.visitor().as(token).get("/api/v1/admin/models");

        String log = JsonLog.text(zenith.log(service));

        assertThat(log)
                .doesNotContain(token)
                .doesNotContainIgnoringCase("bearer ey")
                .doesNotContain("eyJhbGciOi");
    }
}
