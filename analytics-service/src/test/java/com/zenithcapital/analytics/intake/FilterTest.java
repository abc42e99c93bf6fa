package com.zenithcapital.analytics.intake;

import static com.zenithcapital.analytics.intake.Sent.browser;
import static com.zenithcapital.analytics.intake.Sent.id;
import static com.zenithcapital.analytics.intake.Sent.pageView;
import static com.zenithcapital.analytics.intake.Sent.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With everything on by which a robot is told. */
@QuarkusTest
@TestProfile(FilterTest.Suspicious.class)
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class FilterTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private final EventLog log = EventLog.open();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theFirstReasonThatAppliesIsTheFilter() {
        // Given
        String reader = id();
        String centre = id();
        String robotInACentre = id();
        String quiet = id();

        // When
        post(browser().header("X-Forwarded-For", "203.0.113.1").header("X-Country", "CH"), pageView(reader, "/"));
        post(browser().header("X-Forwarded-For", "198.51.100.1"), pageView(centre, "/"));
        post(browser("curl/8").header("X-Forwarded-For", "198.51.100.1"), pageView(robotInACentre, "/"));
        post(browser().header("X-Forwarded-For", "198.51.100.1").header("DNT", "1"), pageView(quiet, "/"));

        // Then
        assertThat(log.with(reader).data().has("filter")).isFalse();
        assertThat(log.with(reader).data().path("country").asText()).isEqualTo("CH");
        assertThat(filter(centre)).isEqualTo("data-centre");
        assertThat(filter(robotInACentre)).isEqualTo("bot-user-agent");
        assertThat(filter(quiet)).isEqualTo("privacy-signal");
    }

    @Test
    void whoIsFasterThanPeopleIsFiltered() {
        // Given
        String last = id();

        // When
        for (int i = 0; i < 5; i++) {
            post(browser().header("X-Forwarded-For", "203.0.113.2"), pageView(id(), "/"));
        }
        post(browser().header("X-Forwarded-For", "203.0.113.2"), pageView(last, "/"));

        // Then
        assertThat(filter(last)).isEqualTo("behaviour");
    }

    @Test
    void whatIsTakenRefusedAndFilteredIsCounted() {
        // Given
        post(browser("curl/8"), pageView(id(), "/"));
        post(browser(), "{\"name\":\"pageview\"}");

        // When
        String metrics = given().port(managementPort).get("/q/metrics").asString();

        // Then
        assertThat(metrics)
                .contains("zenith_intake_accepted_total ")
                .contains("zenith_intake_filtered_total{reason=\"bot-user-agent\"} ")
                .contains("zenith_intake_rejected_total{reason=\"missing-field\"} ")
                .contains("zenith_intake_unavailable_total ")
                .contains("zenith_intake_acknowledged_seconds_bucket{le=\"0.01\"} ");
    }

    private String filter(String id) {
        return log.with(id).data().path("filter").asText();
    }

    /** As configured. */
    public static final class Suspicious implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path ranges = Files.writeString(Files.createTempFile("data-centres", ".txt"), "198.51.100.0/24\n");
                return Map.of(
                        "zenith.analytics.data-centres", ranges.toString(),
                        "zenith.analytics.country-header", "X-Country",
                        "zenith.analytics.behaviour.events-per-minute", "5");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
