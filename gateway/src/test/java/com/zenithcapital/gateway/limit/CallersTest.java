package com.zenithcapital.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who counts as one. */
class CallersTest {

    private static final Callers CALLERS = new Callers(Optional.of(List.of("10.0.0.0/8", "fd00::/8")));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff, true",
        "2001:db8:0:1::1, 2001:db8:0:2::1, false",
        "::1, 0:0:0:1::1, false",
    })
    void anAddressIsOneCallerAndSoIsANetworkOfIpv6(String one, String other, boolean same) {
        // When
        Caller first = CALLERS.of(one, List.of());
        Caller second = CALLERS.of(other, List.of());

        // Then
        assertThat(first.equals(second)).isEqualTo(same);
    }

    @Test
    void anAddressIsNeverANetworkOfTheSameBits() {
        // When
        Caller address = CALLERS.of("0.0.0.1", List.of());
        Caller network = CALLERS.of("::", List.of());

        // Then
        assertThat(address).isNotEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 192.0.2.1, 203.0.113.9",
        "10.0.0.1, 192.0.2.1, 192.0.2.1",
        "10.0.0.1, '198.51.100.7, 192.0.2.1', 192.0.2.1",
        "10.0.0.1, '192.0.2.1, 10.0.0.2', 192.0.2.1",
        "10.0.0.1, nonsense, 10.0.0.1",
        "fd00::1, 2001:db8::7, 2001:db8::8",
    })
    void onlyATrustedProxySaysWhomARequestComesFrom(String peer, String forwardedFor, String expected) {
        // When
        Caller caller = CALLERS.of(peer, List.of(forwardedFor));

        // Then
        assertThat(caller).isEqualTo(CALLERS.of(expected, List.of()));
    }
}
