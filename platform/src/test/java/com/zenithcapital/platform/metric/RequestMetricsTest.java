package com.zenithcapital.platform.metric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What Prometheus reads of the requests that were served. */
@QuarkusTest
class RequestMetricsTest {

    @SuppressWarnings("NullAway.Init") // Quarkus sets it before each test.
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void durationsAreCountedInTheBucketsOfTheObjectives() {
        given().get("/probe/anyone").then().statusCode(200);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(scrape())
                        .containsPattern(
                                "http_server_requests_seconds_bucket\\{.*uri=\"/probe/anyone\".*le=\"0.25\".*}")
                        .containsPattern(
                                "http_server_requests_seconds_bucket\\{.*uri=\"/probe/anyone\".*le=\"0.5\".*}"));
    }

    @Test
    void aRequestRefusedBeforeItsRouteMakesNoSeriesOfItsPath() {
        given().auth()
                .oauth2(Tokens.expired("ana", "analyst"))
                .get("/probe/thought-up")
                .then()
                .statusCode(401);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(scrape())
                        .containsPattern("http_server_requests_seconds_count\\{.*status=\"401\".*uri=\"/UNROUTED\"")
                        .doesNotContain("thought-up"));
    }

    private String scrape() {
        return given().get(metrics).then().statusCode(200).extract().asString();
    }
}
