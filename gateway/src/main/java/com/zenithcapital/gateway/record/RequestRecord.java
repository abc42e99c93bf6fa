package com.zenithcapital.gateway.record;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is noted of one request while it is on its way. Belongs to that request's event loop. */
public final class RequestRecord {

    /** Stands for every path that no route has: a caller's invention makes no new series of measurements. */
    private static final String NO_ROUTE = "unknown";

    private final long startedAt = System.nanoTime();

    private String route = NO_ROUTE;
    private @Nullable String service;
    private @Nullable Duration serviceTook;
    private @Nullable Throwable cause;
    private Ending ending = Ending.REFUSED;

    /** The request was found to be for this route. */
    public void routed(String name) {
        route = name;
    }

    /** The request is handed to this service. */
    public void handedTo(String name) {
        service = name;
    }

    /** The head of the service's answer is here. */
    public void answerBegan() {
        serviceTook = elapsed();
    }

    public void ended(Ending how) {
        ending = how;
    }

    /** What the service's failure looked like from here. */
    public void failedBy(Throwable failure) {
        cause = failure;
    }

    String route() {
        return route;
    }

    @Nullable
    String service() {
        return service;
    }

    @Nullable
    Duration serviceTook() {
        return serviceTook;
    }

    @Nullable
    Throwable cause() {
        return cause;
    }

    Ending ending() {
        return ending;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }
}
