package com.zenithcapital.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that say who reads, and those a gateway refuses to start with. */
class CorsSettingsTest {

    @Test
    void nobodyElseReadsByDefault() {
        // When
        CorsConfig config = config(Map.of());

        // Then
        assertThat(config.origins()).isEmpty();
        assertThat(config.credentials()).isFalse();
        assertThat(config.maxAge()).isEqualTo(Duration.ofHours(1));
        assertThat(config.methods()).containsExactly("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
        assertThat(config.headers()).contains("Authorization", "If-Match", "X-CSRF-Token", "Upload-Checksum");
        assertThat(config.exposedHeaders()).contains("ETag", "Location", "RateLimit-Policy", "Upload-Expires");
    }

    @Test
    void everybodyWithCredentialsIsRefusedByName() {
        // Given
        Map<String, String> wrong =
                Map.of("zenith.gateway.cors.origins", "*", "zenith.gateway.cors.credentials", "true");

        // When, then
        assertThatThrownBy(() -> cors(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zenith.gateway.cors.credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*,https://www.example.com",
                "https://*.example.com",
                "https://www.example.com/",
                "https://www.example.com/path",
                "https://www.example.com:443",
                "http://www.example.com:80",
                "https://WWW.example.com",
                "https://user@www.example.com",
                "www.example.com",
                "ftp://www.example.com",
                "null",
                "https://",
                "https://www.example.com?x",
            })
    void whatIsNoOriginIsRefusedByName(String origins) {
        // Given
        Map<String, String> wrong = Map.of("zenith.gateway.cors.origins", origins);

        // When, then
        assertThatThrownBy(() -> cors(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zenith.gateway.cors.origins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"methods", "headers", "exposed-headers"})
    void namesAreNamedOneByOne(String property) {
        // Given
        Map<String, String> wrong = Map.of("zenith.gateway.cors." + property, "*");

        // When, then
        assertThatThrownBy(() -> cors(wrong)).hasMessageContaining("zenith.gateway.cors." + property);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.com",
                "http://localhost:3000",
                "http://[::1]:3000",
                "https://xn--bcher-kva.example"
            })
    void anOriginAsBrowsersWriteItIsTaken(String origin) {
        // When
        Cors cors = cors(Map.of("zenith.gateway.cors.origins", origin));

        // Then
        assertThat(cors).isNotNull();
    }

    private static Cors cors(Map<String, String> settings) {
        return new Cors(config(settings));
    }

    private static CorsConfig config(Map<String, String> overrides) {
        try {
            return new SmallRyeConfigBuilder()
                    .withSources(
                            new PropertiesConfigSource(CorsSettingsTest.class.getResource("/application.properties")),
                            new PropertiesConfigSource(overrides, "overrides", 1_000))
                    .withConverter(Duration.class, 100, new DurationConverter())
                    .withMapping(CorsConfig.class)
                    .withValidateUnknown(false)
                    .build()
                    .getConfigMapping(CorsConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
