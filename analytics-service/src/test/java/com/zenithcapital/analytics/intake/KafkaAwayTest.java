package com.zenithcapital.analytics.intake;

import static com.zenithcapital.analytics.intake.Sent.browser;
import static com.zenithcapital.analytics.intake.Sent.id;
import static com.zenithcapital.analytics.intake.Sent.pageView;
import static com.zenithcapital.analytics.intake.Sent.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the broker killed nothing is pretended, and with it back all is well by itself. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class KafkaAwayTest {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @AfterEach
    void bringKafkaBack() {
        KafkaResource.startAgain();
    }

    @Test
    void anEventIsRefusedInTimeAndTakenAgainAfterwards() {
        // Given
        await().untilAsserted(() -> post(browser(), pageView(id(), "/")).statusCode(202));
        KafkaResource.kill();

        // When
        long begun = System.nanoTime();
        ValidatableResponse first = post(browser(), pageView(id(), "/"));
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        // Then
        first.statusCode(503)
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:unavailable"))
                .body("correlationId", notNullValue())
                .header("Retry-After", "5")
                .header("Access-Control-Allow-Origin", Sent.SITE);
        assertThat(taken).isLessThan(LONGEST);
        // While it is known to be away, nobody waits but one now and then.
        assertThat(IntStream.range(0, 20)
                        .mapToLong(i ->
                                post(browser(), pageView(id(), "/")).extract().time())
                        .filter(millis -> millis < 1_000)
                        .count())
                .isGreaterThanOrEqualTo(10);
        given().port(managementPort).get("/q/health/ready").then().statusCode(200);
        KafkaResource.startAgain();
        try (EventLog log = EventLog.open()) {
            String id = id();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> post(browser(), pageView(id, "/back")).statusCode(202));
            assertThat(log.with(id).event(0).path("path").asText()).isEqualTo("/back");
        }
    }
}
