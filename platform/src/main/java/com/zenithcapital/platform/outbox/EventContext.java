package com.zenithcapital.platform.outbox;

import com.zenithcapital.platform.correlation.CorrelationId;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an event inherits from the work that made it: the correlation id and the trace. */
@Singleton
class EventContext {

    private final OpenTelemetry telemetry;

    EventContext(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** The Kafka headers of an event that is made now. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CorrelationId.HEADER, CorrelationId.current());
        telemetry.getPropagators().getTextMapPropagator().inject(Context.current(), headers, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.put(name, value);
            }
        });
        return headers;
    }
}
