package com.zenithcapital.analytics.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SaltTest {

    private static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.7");

    private final Salt salt = new Salt(new byte[Salt.BYTES]);

    @Test
    void aVisitorIsTheFirstHalfOfTheHashOfSiteAddressAndUserAgent() {
        // When
        String visitor = salt.visitor("https://a.example", ADDRESS, "Firefox");

        // Then: HMAC-SHA-256 with a key of zeros over "https://a.example", 0, 4, c0 00 02 07, "Firefox"
        assertThat(visitor).isEqualTo("fdf8b104acbb890e");
    }

    @Test
    void anotherSiteAddressUserAgentOrSaltIsAnotherVisitor() {
        // Given
        Set<String> visitors = new HashSet<>();
        byte[] other = new byte[Salt.BYTES];
        other[31] = 1;

        // When
        visitors.add(salt.visitor("https://a.example", ADDRESS, "Firefox"));
        visitors.add(salt.visitor("https://b.example", ADDRESS, "Firefox"));
        visitors.add(salt.visitor("https://a.example", InetAddress.ofLiteral("192.0.2.8"), "Firefox"));
        visitors.add(salt.visitor("https://a.example", ADDRESS, "Chrome"));
        visitors.add(new Salt(other).visitor("https://a.example", ADDRESS, "Firefox"));

        // Then
        assertThat(visitors).hasSize(5);
    }

    @Test
    void anAddressIsOneHoweverItIsWritten() {
        // Given
        String written = salt.visitor("", InetAddress.ofLiteral("2001:db8::1"), "");

        // When
        String otherwise = salt.visitor("", InetAddress.ofLiteral("2001:0DB8:0:0:0:0:0:1"), "");

        // Then
        assertThat(otherwise).isEqualTo(written);
    }

    @Test
    void whatIsNotedApartHasTheSameIdEachTimeAndAnotherForEachReader() {
        // Given
        UUID event = UUID.fromString("01933b2e-7d10-7c1a-9b1e-0d6f6a3c1f01");

        // When
        UUID first = salt.apart(event, "rhea");

        // Then
        assertThat(first).isEqualTo(salt.apart(event, "rhea")).isNotEqualTo(salt.apart(event, "max"));
        assertThat(first.version()).isEqualTo(8);
        assertThat(first.variant()).isEqualTo(2);
    }
}
