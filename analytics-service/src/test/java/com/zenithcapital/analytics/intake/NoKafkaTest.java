package com.zenithcapital.analytics.intake;

import static com.zenithcapital.analytics.intake.Sent.browser;
import static com.zenithcapital.analytics.intake.Sent.id;
import static com.zenithcapital.analytics.intake.Sent.pageView;
import static com.zenithcapital.analytics.intake.Sent.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Started while no broker is there. */
@QuarkusTest
@TestProfile(NoKafkaTest.NoBroker.class)
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(TokenResource.class)
class NoKafkaTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void anEventIsRefusedAtOnce() {
        // When
        ValidatableResponse answer = post(browser(), pageView(id(), "/"));

        // Then
        answer.statusCode(503)
                .body("type", is("urn:zenith:problem:unavailable"))
                .header("Retry-After", "5");
    }

    @Test
    void theServiceIsReadyAllTheSame() {
        // When
        ValidatableResponse answer =
                given().port(managementPort).when().get("/q/health/ready").then();

        // Then
        answer.statusCode(200);
    }

    /** Nobody listens there. */
    public static final class NoBroker implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "127.0.0.1:1");
        }
    }
}
