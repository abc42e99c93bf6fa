package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.gateway.upstream.UpstreamResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Limits that change while the gateway runs. */
@QuarkusTest
@TestProfile(LimitsReloadTest.WithFile.class)
@WithTestResource(UpstreamResource.class)
@WithTestResource(TokenResource.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class LimitsReloadTest {

    /** A gateway that looks at its file twenty times a second. */
    public static final class WithFile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempDirectory("limits").resolve("limits.properties");
                Files.writeString(file, "zenith.gateway.limits.reads.capacity=3\n");
                return Map.of(
                        "zenith.gateway.limits.file",
                        file.toString(),
                        "zenith.gateway.limits.file-check",
                        "50ms",
                        "zenith.gateway.limits.reads.period",
                        "1h");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final String token = Tokens.of(UUID.randomUUID().toString(), "reader");

    @ConfigProperty(name = "zenith.gateway.limits.file")
    Path file;

    @TestHTTPResource(management = true)
    URI management;

    @Test
    void aGatewayStartsWithWhatItsFileSays() throws IOException {
        // Given
        write("reads.capacity=3");

        // When, then
        awaitPolicy("\"reads\";q=3;w=3600");
    }

    @Test
    void aLargerLimitHoldsWithoutAFreshBudget() throws IOException {
        // Given
        write("reads.capacity=3");
        awaitPolicy("\"reads\";q=3;w=3600");
        for (int i = 0; i < 3; i++) {
            assertThat(read(token).statusCode()).isEqualTo(200);
        }

        // When
        write("reads.capacity=30");
        awaitPolicy("\"reads\";q=30;w=3600");
        Response answer = read(token);

        // Then
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.header("RateLimit")).isEqualTo("\"reads\";r=0;t=120");
        assertThat(answer.header("Retry-After")).isEqualTo("120");
    }

    @Test
    void aSmallerLimitHoldsForWhoHadMore() throws IOException {
        // Given
        write("reads.capacity=30");
        awaitPolicy("\"reads\";q=30;w=3600");
        assertThat(read(token).header("RateLimit")).startsWith("\"reads\";r=29;");

        // When
        write("reads.capacity=2");
        awaitPolicy("\"reads\";q=2;w=3600");

        // Then
        assertThat(read(token).header("RateLimit")).startsWith("\"reads\";r=1;");
    }

    @Test
    void aBadFileChangesNothingAndAGoodOneAfterItDoes() throws IOException {
        // Given
        write("reads.capacity=5");
        awaitPolicy("\"reads\";q=5;w=3600");
        double refused = reloads("refused");

        // When
        write("reads.capacity=8\nzenith.gateway.limits.reads.period=soon");
        await().until(() -> reloads("refused") == refused + 1);

        // Then
        assertThat(policyForSomebody()).isEqualTo("\"reads\";q=5;w=3600");

        // When: it goes away
        Files.delete(file);
        await().until(() -> reloads("refused") == refused + 2);

        // Then
        assertThat(policyForSomebody()).isEqualTo("\"reads\";q=5;w=3600");

        // When
        write("reads.capacity=8");

        // Then
        awaitPolicy("\"reads\";q=8;w=3600");
    }

    @Test
    void inShadowModeEverythingPassesIsCountedAndNothingIsTold() throws IOException {
        // Given
        write("reads.capacity=2\nzenith.gateway.limits.reads.enforced=false");
        await().until(() ->
                read(Tokens.of(UUID.randomUUID().toString(), "reader")).header("RateLimit-Policy") == null);
        double before = decisions("would-refuse");

        // When
        for (int i = 0; i < 5; i++) {
            Response answer = read(token);

            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().hasHeaderWithName("RateLimit")).isFalse();
        }
        assertThat(decisions("would-refuse") - before).isEqualTo(3);
    }

    private void awaitPolicy(String policy) {
        await().pollInterval(Duration.ofMillis(50))
                .until(() -> policyForSomebody().equals(policy));
    }

    /** As somebody new sees it, so that nobody's budget is used up by waiting. */
    private static String policyForSomebody() {
        return String.valueOf(
                read(Tokens.of(UUID.randomUUID().toString(), "reader")).header("RateLimit-Policy"));
    }

    private static Response read(String token) {
        return given().auth().oauth2(token).when().get("/api/v1/models");
    }

    /** Whole or not at all, as a mounted file changes. */
    private void write(String lines) throws IOException {
        Path next = Files.writeString(file.resolveSibling("next"), "zenith.gateway.limits." + lines + "\n");
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private double reloads(String outcome) {
        return metric("zenith_gateway_limits_reloads_total{outcome=\"%s\"}".formatted(outcome));
    }

    private double decisions(String outcome) {
        return metric("zenith_gateway_limiter_total{class=\"reads\",outcome=\"%s\"}".formatted(outcome));
    }

    private double metric(String series) {
        return given().port(management.getPort())
                .when()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
