package com.zenithcapital.gateway.route;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The limits of each kind of traffic, checked once, at start. */
@Singleton
public final class TrafficLimits {

    private final Map<Traffic, Limits> limits = new EnumMap<>(Traffic.class);

    TrafficLimits(TrafficConfig config) {
        for (Traffic traffic : Traffic.values()) {
            limits.put(traffic, limits(traffic, kind(config, traffic)));
        }
    }

    public Limits of(Route route) {
        return Objects.requireNonNull(limits.get(route.traffic()));
    }

    private static TrafficConfig.Kind kind(TrafficConfig config, Traffic traffic) {
        return switch (traffic) {
            case ORDINARY -> config.ordinary();
            case UPLOAD -> config.upload();
            case DOWNLOAD -> config.download();
            case EVENTS -> config.events();
        };
    }

    private static Limits limits(Traffic traffic, TrafficConfig.Kind kind) {
        try {
            return new Limits(
                    kind.bodyLimit().asLongValue(),
                    kind.connect(),
                    kind.firstByte(),
                    kind.serviceIdle(),
                    kind.clientIdle());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "zenith.gateway.traffic.%s.%s".formatted(traffic.name().toLowerCase(Locale.ROOT), e.getMessage()),
                    e);
        }
    }
}
