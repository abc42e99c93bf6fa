package com.zenithcapital.gateway.trace;

import com.zenithcapital.gateway.proxy.ServiceConfig;
import com.zenithcapital.platform.address.TrustedProxies;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Continues the trace of a caller that is one of our proxies, and begins one of its own for everybody else: a stranger who
 * knows a trace's id could write into it.
 */
@Singleton
final class TrustedTraces implements TextMapPropagatorCustomizer {

    private final TrustedProxies trusted;

    TrustedTraces(ServiceConfig config) {
        this.trusted = TrustedProxies.of(config.trustedProxies().orElse(List.of()));
    }

    @Override
    public TextMapPropagator customize(TextMapPropagatorCustomizer.Context context) {
        return new FromTrustedCallers(context.propagator(), trusted);
    }
}
