package com.zenithcapital.gateway.limit;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The settings that a gateway has by default, and others over them. */
final class Settings {

    private Settings() {}

    static LimitsConfig with(Map<String, String> overrides) {
        try {
            return new SmallRyeConfigBuilder()
                    .withSources(
                            new PropertiesConfigSource(Settings.class.getResource("/application.properties")),
                            new PropertiesConfigSource(overrides, "overrides", 1_000))
                    .withConverter(Duration.class, 100, new DurationConverter())
                    .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                    .withConverter(Path.class, 100, new PathConverter())
                    .withMapping(LimitsConfig.class)
                    .withValidateUnknown(false)
                    .build()
                    .getConfigMapping(LimitsConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
