package com.zenithcapital.analytics.origin;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import io.vertx.core.MultiMap;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Country and region, by what the edge tells or a file of one's own; without both nobody is located. */
@Singleton
public class Places {

    private static final Logger LOG = Logger.getLogger(Places.class);

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern REGION = Pattern.compile("[A-Z0-9]{1,3}");

    /** What edges write who do not know. */
    private static final String NOBODY_KNOWS = "XX";

    private final Optional<String> countryHeader;
    private final Optional<String> regionHeader;
    private final @Nullable Reader database;

    Places(OriginConfig config) {
        this.countryHeader = config.countryHeader();
        this.regionHeader = config.regionHeader();
        this.database = config.mmdb().map(Places::open).orElse(null);
    }

    @PreDestroy
    void close() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    /** @param told whether the request's headers may be believed */
    public Place of(InetAddress address, MultiMap headers, boolean told) {
        if (told && countryHeader.isPresent()) {
            @Nullable String country = word(headers.get(countryHeader.get()), COUNTRY);
            if (country != null && !country.equals(NOBODY_KNOWS)) {
                return new Place(
                        country,
                        regionHeader
                                .map(name -> word(headers.get(name), REGION))
                                .orElse(null));
            }
        }
        return database == null ? Place.UNKNOWN : lookUp(database, address);
    }

    private static Place lookUp(Reader database, InetAddress address) {
        try {
            @Nullable Map<?, ?> found = database.get(address, Map.class);
            if (found == null) {
                return Place.UNKNOWN;
            }
            @Nullable
            Object region =
                    found.get("subdivisions") instanceof List<?> all && !all.isEmpty() ? isoCode(all.getFirst()) : null;
            return new Place(word(isoCode(found.get("country")), COUNTRY), word(region, REGION));
        } catch (IOException e) {
            // Not with the address: it is nobody's business.
            LOG.debugf("no place found cause=%s", e.getClass());
            return Place.UNKNOWN;
        }
    }

    private static @Nullable Object isoCode(@Nullable Object part) {
        return part instanceof Map<?, ?> map ? map.get("iso_code") : null;
    }

    private static @Nullable String word(@Nullable Object value, Pattern form) {
        if (!(value instanceof String text)) {
            return null;
        }
        String word = text.strip().toUpperCase(Locale.ROOT);
        return form.matcher(word).matches() ? word : null;
    }

    private static Reader open(Path file) {
        try {
            return new Reader(file.toFile(), Reader.FileMode.MEMORY, new CHMCache());
        } catch (IOException e) {
            throw new IllegalStateException("zenith.analytics.mmdb: " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
