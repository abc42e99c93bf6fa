package com.zenithcapital.analytics.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {

    private final CallerAddress addresses = new CallerAddress(() -> List.of("127.0.0.0/8", "10.0.0.0/8"));

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, '203.0.113.9', 203.0.113.9",
        "127.0.0.1, '198.51.100.1, 203.0.113.9', 203.0.113.9",
        "10.1.1.1, '1.2.3.4,[2001:db8::1]:443', 2001:db8::1",
        "10.1.1.1, '203.0.113.9:4711', 203.0.113.9",
        "10.1.1.1, 2001:DB8:0::1, 2001:db8::1",
        "10.1.1.1, 'unknown', 10.1.1.1",
        "10.1.1.1, '', 10.1.1.1",
        "10.1.1.1, 'localhost', 10.1.1.1",
        "10.1.1.1, , 10.1.1.1",
        "192.0.2.1, '203.0.113.9', 192.0.2.1"
    })
    void onlyATrustedProxyIsBelievedAndOnlyItsOwnWord(String peer, @Nullable String forwarded, String expected) {
        // When
        InetAddress address = addresses.of(InetAddress.ofLiteral(peer), forwarded);

        // Then
        assertThat(address).isEqualTo(InetAddress.ofLiteral(expected));
    }

    @Test
    void whatIsNoRangeStopsTheStartNamingTheProperty() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CallerAddress(() -> List.of("the gateway")))
                .withMessageContaining("zenith.analytics.trusted-proxies")
                .withMessageContaining("the gateway");
    }
}
