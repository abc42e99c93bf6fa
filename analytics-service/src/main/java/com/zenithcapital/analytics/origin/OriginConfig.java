package com.zenithcapital.analytics.origin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is known beforehand of places, paths and robots. */
@ConfigMapping(prefix = "zenith.analytics")
public interface OriginConfig {

    /**
     * The header in which the edge tells the visitor's country as two letters, such as {@code CF-IPCountry}. Believed only
     * of {@code zenith.analytics.trusted-proxies}. An edge that does not set it lets visitors choose their country.
     */
    Optional<String> countryHeader();

    /** As {@link #countryHeader()}, for the region within the country: up to three letters or digits (ISO 3166-2). */
    Optional<String> regionHeader();

    /**
     * A MaxMind database (.mmdb) with countries or cities, for what no header tells. It is read into memory at start: a city
     * database needs about its size in heap. A file that is named and is not there stops the start.
     */
    Optional<Path> mmdb();

    /**
     * A file with the address ranges of data centres, one CIDR a line, {@code #} begins a comment. Events from there are
     * filtered as {@code data-centre}: too wide a list loses readers behind the VPN of their firm.
     */
    Optional<Path> dataCentres();

    /** Paths of insights; what stands for {@code {slug}} names one, also in paths below. Wrong: no insight is counted. */
    @WithDefault("/insights/{slug},/api/v1/insights/{slug}")
    List<String> insightPaths();

    /** As {@link #insightPaths()}, of models. */
    @WithDefault("/models/{slug},/api/v1/models/{slug}")
    List<String> modelPaths();

    /** What gives a robot away. */
    Behaviour behaviour();

    /** What gives a robot away that says it is none. */
    interface Behaviour {

        /**
         * More events a minute than this from one visitor are filtered as {@code behaviour}; 0 filters none. Each replica
         * counts what it sees. Too low, and a firm behind one address whose browsers are all the same is lost.
         */
        @WithDefault("0")
        @Min(0)
        @Max(1_000_000)
        int eventsPerMinute();
    }
}
