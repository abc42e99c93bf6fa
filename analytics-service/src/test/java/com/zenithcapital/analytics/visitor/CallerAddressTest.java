package com.zenithcapital.analytics.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerAddressTest {

    private final CallerAddress addresses = new CallerAddress(() -> List.of("127.0.0.0/8", "10.0.0.0/8"));

    @Test
    void aProxyOfOursIsBelievedAndNobodyElse() {
        // Given
        InetAddress proxy = InetAddress.ofLiteral("10.1.1.1");
        InetAddress stranger = InetAddress.ofLiteral("192.0.2.1");
        List<String> told = List.of("203.0.113.9");

        // When
        InetAddress behind = addresses.of(proxy, told);
        InetAddress alone = addresses.of(stranger, told);

        // Then
        assertThat(behind).isEqualTo(InetAddress.ofLiteral("203.0.113.9"));
        assertThat(alone).isEqualTo(stranger);
    }

    @Test
    void whatIsNoRangeStopsTheStartNamingTheProperty() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CallerAddress(() -> List.of("the gateway")))
                .withMessageContaining("zenith.analytics.trusted-proxies")
                .withMessageContaining("the gateway");
    }
}
