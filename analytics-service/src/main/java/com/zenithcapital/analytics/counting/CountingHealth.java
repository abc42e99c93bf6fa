package com.zenithcapital.analytics.counting;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether all who are to count here do. Kafka or the database being away is no illness: events wait, and the threads try on.
 */
@Liveness
@Readiness
@Singleton
class CountingHealth implements HealthCheck {

    private final EventCounting counting;

    CountingHealth(EventCounting counting) {
        this.counting = counting;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Event counting")
                .status(counting.isAlive())
                .build();
    }
}
