package com.zenithcapital.platform.correlation;

import com.zenithcapital.platform.id.Ids;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The name of one piece of work on its way through the services: in every answer, in every log line and in the
 * headers of every event.
 *
 * <p>It lives in the logging context (MDC), which Quarkus keeps with the request, on whatever thread that runs. A thread
 * of one's own has none: hand it over with {@link #around}.
 */
public final class CorrelationId {

    /** The header, in HTTP and in Kafka. */
    public static final String HEADER = "X-Correlation-Id";

    /** The key in the logging context. */
    public static final String MDC_KEY = "correlationId";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private CorrelationId() {}

    /** The id of the work in hand; a new one where there is none, as in a scheduled task. */
    public static String current() {
        return find().orElseGet(CorrelationId::make);
    }

    /** The id of the work in hand, if there is one. */
    public static Optional<String> find() {
        return MDC.get(MDC_KEY) instanceof String id ? Optional.of(id) : Optional.empty();
    }

    /** The id of a request, for handlers outside REST resources. */
    public static Optional<String> of(RoutingContext request) {
        return Optional.ofNullable(request.get(HEADER));
    }

    /**
     * Gives a request its id, unless it has one: kept from its header when that is well-formed, else made. Every answer
     * carries it, whoever writes that.
     */
    public static void assign(RoutingContext request) {
        if (of(request).isPresent()) {
            return;
        }
        String id = keepOrMake(request.request().getHeader(HEADER));
        request.put(HEADER, id);
        // What was received stands nowhere any more: a proxied request carries the id on as well.
        request.request().headers().set(HEADER, id);
        MDC.put(MDC_KEY, id);
        // At the end, and set: a proxied answer comes with the header of its own service.
        request.addHeadersEndHandler(ended -> request.response().headers().set(HEADER, id));
    }

    /**
     * Runs a piece of work that came with this id, from a Kafka header say. What is missing or malformed is replaced:
     * the id is written to logs, so nothing else may stand there.
     */
    public static <T extends @Nullable Object> T around(@Nullable String received, Supplier<T> work) {
        @Nullable Object before = MDC.get(MDC_KEY);
        MDC.put(MDC_KEY, keepOrMake(received));
        try {
            return work.get();
        } finally {
            if (before == null) {
                MDC.remove(MDC_KEY);
            } else {
                MDC.put(MDC_KEY, before);
            }
        }
    }

    /** As {@link #around(String, Supplier)}, for work without a result. */
    public static void around(@Nullable String received, Runnable work) {
        around(received, () -> {
            work.run();
            return true;
        });
    }

    private static String keepOrMake(@Nullable String received) {
        return received != null && VALID.matcher(received).matches() ? received : make();
    }

    private static String make() {
        return Ids.next().toString();
    }
}
