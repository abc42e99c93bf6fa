package com.zenithcapital.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", "127.0.0.1/32", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // Nobody of ours is asked for its word.
                "203.0.113.7      | 198.51.100.1                        | 203.0.113.7",
                "203.0.113.7      | -                                   | 203.0.113.7",
                "10.1.2.3         | 198.51.100.1                        | 198.51.100.1",
                // What stands before the first that is not ours, the caller may have made up.
                "10.1.2.3         | 1.1.1.1, 198.51.100.1               | 198.51.100.1",
                "10.1.2.3         | 1.1.1.1, 198.51.100.1, 10.9.9.9     | 198.51.100.1",
                "127.0.0.1        | 10.1.1.1, 10.2.2.2                  | 10.1.1.1",
                // Ours, and it says nothing of use.
                "10.1.2.3         | unknown                             | 10.1.2.3",
                "10.1.2.3         | localhost                           | 10.1.2.3",
                "10.1.2.3         | 198.51.100.1,                       | 10.1.2.3",
                "fd00::1          | 2001:DB8:0:0:0:0:0:1                | 2001:db8::1",
                "10.1.2.3         | [2001:db8::1]:443                   | 2001:db8::1",
                "10.1.2.3         | 203.0.113.9:4711                    | 203.0.113.9",
            })
    void theClientIsTheFirstThatIsNoneOfOurs(String peer, String forwardedFor, String client) {
        // Given
        List<String> told = forwardedFor == null ? List.of() : List.of(forwardedFor);

        // When
        InetAddress found = proxies.clientOf(InetAddress.ofLiteral(peer), told);

        // Then
        assertThat(found).isEqualTo(InetAddress.ofLiteral(client));
    }

    @Test
    void aHeaderThatComesTwiceIsOneList() {
        // When
        InetAddress found =
                proxies.clientOf(InetAddress.ofLiteral("10.1.2.3"), List.of("1.1.1.1", "198.51.100.1, 10.4.4.4"));

        // Then
        assertThat(found).isEqualTo(InetAddress.ofLiteral("198.51.100.1"));
    }
}
