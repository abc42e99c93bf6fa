package com.zenithcapital.analytics.origin;

import com.zenithcapital.platform.address.AddressRanges;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Addresses from which programs come, and seldom people. */
@Singleton
public class DataCentres {

    private final AddressRanges ranges;

    DataCentres(OriginConfig config) {
        this.ranges = config.dataCentres().map(DataCentres::read).orElseGet(() -> AddressRanges.of(List.of()));
    }

    public boolean contain(InetAddress address) {
        return ranges.contain(address);
    }

    private static AddressRanges read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return AddressRanges.of(ResourceLines.entries(lines));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("zenith.analytics.data-centres: " + file + ": " + e.getMessage(), e);
        }
    }
}
