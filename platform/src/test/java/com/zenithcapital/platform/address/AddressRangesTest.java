package com.zenithcapital.platform.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    private static final AddressRanges RANGES = AddressRanges.of(
            List.of("10.0.0.0/8", "10.1.0.0/16", "192.0.2.7", "2001:db8::/32", " 198.51.100.128/25 ", "fe80::1/128"));

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0, true",
        "10.255.255.255, true",
        "9.255.255.255, false",
        "11.0.0.0, false",
        "192.0.2.7, true",
        "192.0.2.8, false",
        "198.51.100.127, false",
        "198.51.100.128, true",
        "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, true",
        "2001:db9::, false",
        "::ffff:10.1.2.3, true",
        "::a00:1, false",
        "fe80::1, true",
        "fe80::2, false"
    })
    void anAddressIsInsideOrNot(String address, boolean inside) {
        // When
        boolean found = RANGES.contain(InetAddress.ofLiteral(address));

        // Then
        assertThat(found).isEqualTo(inside);
    }

    @Test
    void everythingCanBeMeant() {
        // When
        AddressRanges all = AddressRanges.of(List.of("0.0.0.0/0", "::/0"));

        // Then
        assertThat(all.contain(InetAddress.ofLiteral("203.0.113.9"))).isTrue();
        assertThat(all.contain(InetAddress.ofLiteral("ffff::1"))).isTrue();
    }

    @Test
    void noneContainNothing() {
        // When
        AddressRanges none = AddressRanges.of(List.of());

        // Then
        assertThat(none.contain(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129", "/8"})
    void whatIsNoRangeIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRanges.of(List.of(text)))
                .withMessageContaining(text);
    }
}
