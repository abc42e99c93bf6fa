package com.zenithcapital.modelfile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.modelfile.testing.Api;
import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.MailResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.S3Resource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and the orchestrator see, on the management port and nowhere else. */
@QuarkusTest
class HealthTest {

    @TestHTTPResource(value = "/", management = true)
    URI management = URI.create("http://set.by.quarkus");

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void eachProbeAnswersOnTheManagementPortOnly(String probe) {
        // Ready once the engine has run.
        await().until(() -> probe(probe).extract().statusCode() == 200);
        probe(probe).statusCode(200).body("status", is("UP"));
        given().get("/q/health/" + probe).then().statusCode(404);
    }

    @Test
    void metricsAnswerOnTheManagementPortOnly() {
        Api.accepted();

        String metrics = given().get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(metrics)
                .contains("zenith_jobs_open{state=\"RECEIVED\"}")
                .contains("zenith_jobs_oldest_age_seconds")
                .contains("zenith_jobs_verdict_seconds_bucket{reason=\"none\",state=\"ACCEPTED\"")
                .contains("zenith_notices_waiting")
                .contains("zenith_objects_missing");
        given().get("/q/metrics").then().statusCode(404);
    }

    @Test
    void kafkaStorageAndMailAreNoReasonToTurnRequestsAway() {
        await().until(() -> probe("ready").extract().statusCode() == 200);
        KafkaResource.kill();
        S3Resource.part().kill();
        MailResource.part().kill();
        try {
            probe("ready").statusCode(200);
            probe("live").statusCode(200);
        } finally {
            KafkaResource.startAgain();
            S3Resource.part().start();
            MailResource.part().start();
        }
    }

    @Test
    void withoutItsDatabaseTheServiceIsNotReadyButAlive() {
        PostgresResource.part().kill();
        try {
            probe("ready").statusCode(503);
            probe("live").statusCode(200);
            Api.visitor()
                    .get("/api/v1/models")
                    .then()
                    .statusCode(503)
                    .body("type", is("urn:zenith:problem:unavailable"));
        } finally {
            PostgresResource.part().start();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> probe("ready").statusCode(200));
    }

    private ValidatableResponse probe(String name) {
        return given().get(management.resolve("/q/health/" + name)).then();
    }
}
