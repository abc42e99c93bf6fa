package com.zenithcapital.modelfile.version;

import com.zenithcapital.platform.correlation.CorrelationId;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request a version came by: its correlation id and its trace. Kept with the version, because what follows is done
 * later, by other threads, perhaps of another instance, and belongs to the same story: verdict, events, mail.
 *
 * @param traceParent as W3C Trace Context writes it; empty when the request was not traced
 */
public record Origin(String correlationId, Optional<String> traceParent) {

    private static final String TRACE_PARENT = "traceparent";
    private static final TextMapGetter<Map<String, String>> FROM_MAP = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    /** Of the work in hand. */
    public static Origin current() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, (map, key, value) -> {
            if (map != null) {
                map.put(key, value);
            }
        });
        return new Origin(CorrelationId.current(), Optional.ofNullable(carrier.get(TRACE_PARENT)));
    }

    /** Does what follows from it as a part of it. */
    public void around(Runnable work) {
        Context context = traceParent
                .map(parent -> W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(TRACE_PARENT, parent), FROM_MAP))
                .orElse(Context.root());
        try (Scope _ = context.makeCurrent()) {
            CorrelationId.around(correlationId, work);
        }
    }
}
