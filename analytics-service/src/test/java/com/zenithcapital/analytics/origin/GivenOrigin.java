package com.zenithcapital.analytics.origin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A configuration as a test needs it. */
record GivenOrigin(
        Optional<String> countryHeader,
        Optional<String> regionHeader,
        Optional<Path> mmdb,
        Optional<Path> dataCentres,
        List<String> insightPaths,
        int eventsPerMinute)
        implements OriginConfig {

    static GivenOrigin nothing() {
        return new GivenOrigin(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of("/insights/{slug}"), 0);
    }

    GivenOrigin edge(String country, String region) {
        return new GivenOrigin(
                Optional.of(country), Optional.of(region), mmdb, dataCentres, insightPaths, eventsPerMinute);
    }

    GivenOrigin places(Path file) {
        return new GivenOrigin(
                countryHeader, regionHeader, Optional.of(file), dataCentres, insightPaths, eventsPerMinute);
    }

    GivenOrigin centres(Path file) {
        return new GivenOrigin(countryHeader, regionHeader, mmdb, Optional.of(file), insightPaths, eventsPerMinute);
    }

    GivenOrigin insights(String... paths) {
        return new GivenOrigin(countryHeader, regionHeader, mmdb, dataCentres, List.of(paths), eventsPerMinute);
    }

    GivenOrigin pace(int most) {
        return new GivenOrigin(countryHeader, regionHeader, mmdb, dataCentres, insightPaths, most);
    }

    @Override
    public List<String> modelPaths() {
        return List.of("/models/{slug}");
    }

    @Override
    public Behaviour behaviour() {
        return () -> eventsPerMinute;
    }
}
