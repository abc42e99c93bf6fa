package com.zenithcapital.local.stack;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.zenithcapital.local.part.Part;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A part at one moment; its fields are those of {@code ./zenith status --json}.
 *
 * @param managementUrl health and metrics; of the mail catcher its REST interface
 * @param pid absent when it does not run
 * @param health {@code up}, {@code down} (no process) or {@code unhealthy} (a process that does not answer well)
 */
public record PartStatus(
        String name,
        String url,
        @Nullable String managementUrl,
        int port,
        @Nullable Long pid,
        String health) {

    private static final String UP = "up";
    private static final String DOWN = "down";
    private static final String UNHEALTHY = "unhealthy";

    static PartStatus of(Part part) {
        OptionalLong pid = part.pidIfRunning();
        String health = pid.isEmpty() ? DOWN : part.isHealthy() ? UP : UNHEALTHY;
        return new PartStatus(
                part.name(),
                part.url(),
                part.managementUrl().orElse(null),
                part.port(),
                pid.isEmpty() ? null : pid.getAsLong(),
                health);
    }

    @JsonIgnore
    public boolean isUp() {
        return health.equals(UP);
    }
}
