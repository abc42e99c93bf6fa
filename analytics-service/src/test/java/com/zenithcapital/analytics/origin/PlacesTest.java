package com.zenithcapital.analytics.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertx.core.MultiMap;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    private static final InetAddress BERLIN = InetAddress.ofLiteral("203.0.113.200");

    @Test
    void nobodyIsLocatedUnlessAsked() {
        // Given
        Places places = new Places(GivenOrigin.nothing());

        // When
        Place place = places.of(BERLIN, headers("DE", "BE"), true);

        // Then
        assertThat(place).isEqualTo(Place.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "DE, BE, DE, BE",
        "de, be, DE, BE",
        "DE, , DE,",
        "DE, Berlin, DE,",
        "XX, BE, ,",
        "T1, BE, ,",
        "Germany, BE, ,",
        "'', BE, ,"
    })
    void theEdgeTells(
            @Nullable String country, @Nullable String region, @Nullable String there, @Nullable String within) {
        // Given
        Places places = new Places(GivenOrigin.nothing().edge("CF-IPCountry", "CF-Region-Code"));

        // When
        Place place = places.of(BERLIN, headers(country, region), true);

        // Then
        assertThat(place).isEqualTo(new Place(there, within));
    }

    @Test
    void whoIsNoTrustedProxyTellsNothing() {
        // Given
        Places places = new Places(GivenOrigin.nothing().edge("CF-IPCountry", "CF-Region-Code"));

        // When
        Place place = places.of(BERLIN, headers("DE", "BE"), false);

        // Then
        assertThat(place).isEqualTo(Place.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.200, DE, BE", "203.0.113.1, FR, IDF", "198.51.100.1, ,", "2001:db8::1, ,"})
    void aFileTells(String address, @Nullable String country, @Nullable String region, @TempDir Path directory)
            throws IOException {
        // Given
        Path file = directory.resolve("places.mmdb");
        new MmdbFile()
                .with("203.0.113.128", 25, "DE", "BE")
                .with("203.0.113.0", 25, "FR", "IDF")
                .writeTo(file);
        Places places = new Places(GivenOrigin.nothing().places(file));

        // When
        Place place = places.of(InetAddress.ofLiteral(address), headers(null, null), true);

        // Then
        assertThat(place).isEqualTo(new Place(country, region));
    }

    @Test
    void aFileThatIsNotThereStopsTheStartNamingTheProperty(@TempDir Path directory) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Places(GivenOrigin.nothing().places(directory.resolve("none.mmdb"))))
                .withMessageContaining("zenith.analytics.mmdb");
    }

    private static MultiMap headers(@Nullable String country, @Nullable String region) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (country != null) {
            headers.add("cf-ipcountry", country);
        }
        if (region != null) {
            headers.add("cf-region-code", region);
        }
        return headers;
    }
}
