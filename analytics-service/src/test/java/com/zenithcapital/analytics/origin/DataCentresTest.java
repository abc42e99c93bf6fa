package com.zenithcapital.analytics.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCentresTest {

    @Test
    void aFileNamesThem(@TempDir Path directory) throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("ranges.txt"), """
                # a provider
                198.51.100.0/24   # its west

                2001:db8:1::/48
                """);

        // When
        DataCentres centres = new DataCentres(GivenOrigin.nothing().centres(file));

        // Then
        assertThat(centres.contain(InetAddress.ofLiteral("198.51.100.7"))).isTrue();
        assertThat(centres.contain(InetAddress.ofLiteral("2001:db8:1::7"))).isTrue();
        assertThat(centres.contain(InetAddress.ofLiteral("198.51.101.7"))).isFalse();
    }

    @Test
    void aLineThatIsNoRangeStopsTheStartNamingTheProperty(@TempDir Path directory) throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("ranges.txt"), "a provider\n");

        // Then
        assertThatIllegalStateException()
                .isThrownBy(() -> new DataCentres(GivenOrigin.nothing().centres(file)))
                .withMessageContaining("zenith.analytics.data-centres")
                .withMessageContaining("a provider");
    }

    @Test
    void withoutAFileThereAreNone() {
        // When
        DataCentres centres = new DataCentres(GivenOrigin.nothing());

        // Then
        assertThat(centres.contain(InetAddress.ofLiteral("198.51.100.7"))).isFalse();
    }
}
