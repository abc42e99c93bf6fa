package com.zenithcapital.gateway.record;

import com.zenithcapital.platform.correlation.CorrelationId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/**
 * Writes one line of log and one measurement for each request, however it ended. Never an address, a token, a path as
 * received or a query: the route's template says what was asked.
 */
@Singleton
public final class Recorder {

    private static final Logger ACCESS = Logger.getLogger("com.zenithcapital.gateway.access");

    // Under the name, and with the labels, that Quarkus gives the services' own measurements: one dashboard shows all.
    // The
    // platform gives it its buckets.
    private static final String REQUESTS = "http.server.requests";

    private record Series(String method, String route, int status, String service, Ending ending) {}

    private final MeterRegistry meters;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    Recorder(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("zenith.gateway.requests.open", open, AtomicInteger::get)
                .description("Requests that are on their way through the gateway")
                .register(meters);
    }

    /** A request came in. It is written down when it ends, however that happens. */
    public RequestRecord begin(RoutingContext context) {
        open.incrementAndGet();
        RequestRecord record = new RequestRecord();
        AtomicBoolean ended = new AtomicBoolean();
        // A broken connection is reported twice, as a failure and as a close.
        context.addEndHandler(_ -> {
            if (!ended.getAndSet(true)) {
                end(record, context);
            }
        });
        return record;
    }

    private void end(RequestRecord record, RoutingContext context) {
        open.decrementAndGet();
        Duration took = record.elapsed();
        measure(record, context.request(), took);
        if (ACCESS.isLoggable(Level.INFO)) {
            log(record, context, took);
        }
    }

    private void measure(RequestRecord record, HttpServerRequest request, Duration took) {
        String service = record.service();
        Series series = new Series(
                method(request),
                record.route(),
                request.response().getStatusCode(),
                service == null ? "none" : service,
                record.ending());
        timers.computeIfAbsent(series, this::timer).record(took);
    }

    private Timer timer(Series series) {
        return Timer.builder(REQUESTS)
                .description("Requests by route, from the first byte in to the last byte out")
                .tag("method", series.method())
                .tag("uri", series.route())
                .tag("status", Integer.toString(series.status()))
                .tag("service", series.service())
                .tag("ending", series.ending().label())
                .register(meters);
    }

    private static void log(RequestRecord record, RoutingContext context, Duration took) {
        HttpServerRequest request = context.request();
        Map<String, Object> keys = new LinkedHashMap<>();
        CorrelationId.of(context).ifPresent(id -> keys.put(CorrelationId.MDC_KEY, id));
        keys.put("method", method(request));
        keys.put("route", record.route());
        keys.put("status", request.response().getStatusCode());
        keys.put("ending", record.ending().label());
        keys.put("bytesIn", request.bytesRead());
        keys.put("bytesOut", request.response().bytesWritten());
        keys.put("durationMs", millis(took));
        String service = record.service();
        if (service != null) {
            keys.put("service", service);
        }
        Duration serviceTook = record.serviceTook();
        if (serviceTook != null) {
            keys.put("serviceMs", millis(serviceTook));
        }
        Throwable cause = record.cause();
        if (cause != null) {
            keys.put("cause", cause.toString());
        }
        ExtLogRecord line = new ExtLogRecord(Level.INFO, "Request ended", Recorder.class.getName());
        line.setLoggerName(ACCESS.getName());
        line.setMdc(keys);
        ACCESS.logRaw(line);
    }

    /** A method of the caller's invention makes no new series either. */
    private static String method(HttpServerRequest request) {
        return switch (request.method().name()) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" ->
                request.method().name();
            default -> "OTHER";
        };
    }

    private static double millis(Duration took) {
        return Math.round(took.toNanos() / 10_000.0) / 100.0;
    }
}
