package com.zenithcapital.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway makes of its file as it starts. How it follows it is shown from outside, by {@code LimitsReloadTest}. */
class LivePoliciesTest {

    private static final String FILE = "zenith.gateway.limits.file";
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    Path directory;

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void withoutAFileTheSettingsHold() {
        // When
        LivePolicies policies = live(Map.of());

        // Then
        assertThat(policies.current().of(Budget.READS).advertised()).isEqualTo("\"reads\";q=2000;w=10");
    }

    @Test
    void whatTheFileSaysHoldsFromTheStart() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("limits"), "zenith.gateway.limits.reads.capacity=5");

        // When
        LivePolicies policies = live(Map.of(FILE, file.toString()));

        // Then
        assertThat(policies.current().of(Budget.READS).advertised()).isEqualTo("\"reads\";q=5;w=10");
    }

    @Test
    void aFileThatIsNotThereKeepsTheGatewayFromStarting() {
        // Given
        String missing = directory.resolve("missing").toString();

        // When, then
        assertThatThrownBy(() -> live(Map.of(FILE, missing))).hasMessageContaining(FILE + "=" + missing);
    }

    @Test
    void aFileThatIsNotUnderstoodKeepsTheGatewayFromStarting() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("limits"), "zenith.gateway.limits.reads.capacity=lots");

        // When, then
        assertThatThrownBy(() -> live(Map.of(FILE, file.toString())))
                .hasMessageContaining(FILE + "=" + file)
                .hasMessageContaining("zenith.gateway.limits.reads.capacity");
    }

    @Test
    void aFileOfAnotherKindIsNotReadAtAll() throws IOException {
        // Given
        Path file = Files.write(directory.resolve("limits"), new byte[64 * 1024 + 1]);

        // When, then
        assertThatThrownBy(() -> live(Map.of(FILE, file.toString()))).hasMessageContaining("larger than 65536 bytes");
    }

    @Test
    void aFileThatIsLookedAtWithoutAPauseIsRefused() {
        // When, then
        assertThatThrownBy(() -> live(Map.of("zenith.gateway.limits.file-check", "0s")))
                .hasMessageContaining("zenith.gateway.limits.file-check");
    }

    private static LivePolicies live(Map<String, String> overrides) {
        return new LivePolicies(Settings.with(overrides), VERTX, new SimpleMeterRegistry());
    }
}
