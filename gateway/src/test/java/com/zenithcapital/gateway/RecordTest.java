package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see: a line of log a request, measurements by route, health; all of it not on the main port. */
@ImpatientGatewayTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field
class RecordTest {

    private final String id = UUID.randomUUID().toString();
    private final Lines lines = new Lines();

    @TestHTTPResource(management = true)
    URI management;

    /** Access lines by their correlation id. */
    private static final class Lines extends ExtHandler {

        private final Map<String, ExtLogRecord> byId = new ConcurrentHashMap<>();

        @Override
        protected void doPublish(ExtLogRecord line) {
            byId.put(line.getMdc("correlationId"), line);
        }

        Map<String, String> keysOf(String id) {
            ExtLogRecord line = await().until(() -> byId.get(id), found -> found != null);
            assertThat(line.getMessage()).isEqualTo("Request ended");
            return line.getMdcCopy();
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("com.zenithcapital.gateway.access").addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("com.zenithcapital.gateway.access").removeHandler(lines);
    }

    @Test
    void aForwardedRequestIsOneLineWithItsRouteAndService() {
        // When
        given().auth()
                .oauth2(Tokens.of("ana", "analyst"))
                .header("X-Correlation-Id", id)
                .body(new byte[1000])
                .when()
                .post("/api/v1/admin/models/digest/versions?token=secret");

        // Then
        assertThat(lines.keysOf(id))
                .containsEntry("method", "POST")
                .containsEntry("route", "/api/v1/admin/models/{id}/versions")
                .containsEntry("service", "model-file-service")
                .containsEntry("status", "202")
                .containsEntry("ending", "answered")
                .containsEntry("bytesIn", "1000")
                .containsEntry("bytesOut", "64")
                .containsKeys("durationMs", "serviceMs")
                .doesNotContainValue("secret");
    }

    @Test
    void aRefusedRequestIsALineToo() {
        // When
        given().header("X-Correlation-Id", id).when().get("/api/v1/admin/models");

        // Then
        assertThat(lines.keysOf(id))
                .containsEntry("status", "401")
                .containsEntry("route", "/api/v1/admin/models")
                .containsEntry("ending", "refused")
                .doesNotContainKey("service");
    }

    @Test
    void aPathThatIsNoRouteIsNotWrittenDown() {
        // When
        given().header("X-Correlation-Id", id).when().get("/private/{what}", "name-of-somebody");

        // Then
        assertThat(lines.keysOf(id)).containsEntry("route", "unknown").containsEntry("status", "404");
    }

    @ParameterizedTest
    @CsvSource({"dies-half-way, service-failed", "stalls-half-way, service-slow"})
    void anAnswerThatWasCutSaysSoBesideItsStatus(String behaviour, String ending) throws IOException {
        // When
        try (RawConnection connection = RawConnection.toGateway()) {
            connection
                    .send("GET /api/v1/models/%s HTTP/1.1\nHost: gateway\nX-Correlation-Id: %s\n\n"
                            .formatted(behaviour, id))
                    .rest();
        }

        // Then
        assertThat(lines.keysOf(id)).containsEntry("status", "200").containsEntry("ending", ending);
    }

    @Test
    void requestsAreMeasuredByRoute() {
        // Given
        given().when().get("/api/v1/models/measured").then().statusCode(200);
        given().when().get("/some/path/nobody/knows").then().statusCode(404);

        // When
        ValidatableResponse answer =
                given().port(management.getPort()).when().get("/q/metrics").then();

        // Then
        answer.statusCode(200)
                .body(containsString("http_server_requests_seconds_bucket{"))
                .body(containsString("uri=\"/api/v1/models/{slug}\""))
                .body(containsString("uri=\"unknown\""))
                .body(containsString("zenith_gateway_requests_open"))
                .body(not(containsString("nobody")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started"})
    void healthIsOnTheManagementPort(String path) {
        // When
        ValidatableResponse answer =
                given().port(management.getPort()).when().get(path).then();

        // Then
        answer.statusCode(200).body("status", is("UP"));
    }
}
