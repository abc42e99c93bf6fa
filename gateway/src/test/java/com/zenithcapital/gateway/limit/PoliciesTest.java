package com.zenithcapital.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits a gateway starts with, those it refuses, and what a file may say of them. */
class PoliciesTest {

    private static final String PREFIX = "zenith.gateway.limits.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIGN_IN         | \"sign-in\";q=60;w=60",
                "UPLOAD_REQUESTS | \"upload-requests\";q=1200;w=60",
                "UPLOAD_BYTES    | \"upload-bytes\";q=4294967296;qu=\"content-bytes\";w=3600",
                "EVENTS          | \"events\";q=1000;w=10",
                "READS           | \"reads\";q=2000;w=10",
                "ADMIN           | \"admin\";q=500;w=10",
            })
    void everyDefaultIsEnforcedAndAdvertised(Budget budget, String advertised) {
        // When
        Policy policy = policies(Map.of()).of(budget);

        // Then
        assertThat(policy.advertised()).isEqualTo(advertised);
        assertThat(policy.enforced()).isTrue();
    }

    @Test
    void theOtherDefaultsAreTwoSecondsAndTwentyThousandCallers() {
        // When
        LimitsConfig config = Settings.with(Map.of());

        // Then
        assertThat(config.file()).isEmpty();
        assertThat(config.fileCheck()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.callers()).isEqualTo(20_000);
    }

    @ParameterizedTest
    @CsvSource({
        "reads.capacity, 0",
        "reads.capacity, -1",
        "upload-bytes.capacity, 1000000000000000",
        "sign-in.period, 0s",
        "sign-in.period, 1500ms",
        "admin.period, 2h",
    })
    void aQuotaThatMakesNoSenseIsRefusedByItsName(String name, String value) {
        // When, then
        assertThatThrownBy(() -> policies(Map.of(PREFIX + name, value))).hasMessageStartingWith(PREFIX + name);
    }

    @Test
    void aMissingValueIsRefusedByItsName() {
        // When, then
        assertThatThrownBy(() -> policies(Map.of(PREFIX + "events.capacity", "")))
                .hasMessageContaining(PREFIX + "events.capacity");
    }

    @Test
    void aFileChangesWhatItNamesAndLeavesTheRest() {
        // Given
        Policies configured = policies(Map.of(PREFIX + "admin.capacity", "7"));

        // When
        Policies changed = configured.with("""
                # The readers complain.
                zenith.gateway.limits.reads.capacity = 4000
                zenith.gateway.limits.events.period  = 20s
                zenith.gateway.limits.upload-bytes.capacity: 1M
                zenith.gateway.limits.sign-in.enforced=false
                """);

        // Then
        assertThat(changed.of(Budget.READS).advertised()).isEqualTo("\"reads\";q=4000;w=10");
        assertThat(changed.of(Budget.EVENTS).advertised()).isEqualTo("\"events\";q=1000;w=20");
        assertThat(changed.of(Budget.UPLOAD_BYTES).advertised())
                .isEqualTo("\"upload-bytes\";q=1048576;qu=\"content-bytes\";w=3600");
        assertThat(changed.of(Budget.SIGN_IN).enforced()).isFalse();
        assertThat(changed.of(Budget.ADMIN).advertised()).isEqualTo("\"admin\";q=7;w=10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reads.capacity=many",
                "reads.capacity=",
                "reads.capacity=0",
                "reads.capacity=4K",
                "reads.period=soon",
                "reads.period=",
                "reads.period=2h",
                "reads.enforced=ture",
                "reads.enforced=",
                "reads.size=5",
                "writes.capacity=5",
                "callers=5",
                "upload-bytes.capacity=lots",
            })
    void aFileThatSaysWhatIsNotUnderstoodIsRefusedWhole(String line) {
        // Given
        Policies configured = policies(Map.of());
        String file = "zenith.gateway.limits.admin.capacity=7\nzenith.gateway.limits." + line;

        // When, then
        assertThatThrownBy(() -> configured.with(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(PREFIX + line.substring(0, line.indexOf('=')));
    }

    @Test
    void whatIsLeftIsToldWithTheSecondsUntilThereIsMore() {
        // Given
        Policy policy = new Policy(Budget.SIGN_IN, new Quota(60, Duration.ofMinutes(5), true));

        // When
        String passed = policy.standing(Draw.granted(12));
        String refused = policy.standing(Draw.refused(0, 4_100_000_000L));
        String overdrawn = policy.standing(Draw.refused(0, 61_000_000_000L));

        // Then
        assertThat(passed).isEqualTo("\"sign-in\";r=12;t=5");
        assertThat(refused).isEqualTo("\"sign-in\";r=0;t=5");
        assertThat(overdrawn).isEqualTo("\"sign-in\";r=0;t=61");
    }

    private static Policies policies(Map<String, String> overrides) {
        return Policies.of(Settings.with(overrides));
    }
}
