package com.zenithcapital.gateway.trace;

import com.zenithcapital.platform.address.TrustedProxies;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.observability.HttpRequest;
import java.net.InetAddress;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads the context of a trace from requests of trusted callers only; writes it as it is told. */
record FromTrustedCallers(TextMapPropagator propagator, TrustedProxies trusted) implements TextMapPropagator {

    @Override
    public Collection<String> fields() {
        return propagator.fields();
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
        propagator.inject(context, carrier, setter);
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        return carrier instanceof HttpRequest request && !isTrusted(request.remoteAddress())
                ? context
                : propagator.extract(context, carrier, getter);
    }

    private boolean isTrusted(@Nullable SocketAddress peer) {
        @Nullable String address = peer == null ? null : peer.hostAddress();
        return address != null && trusted.isTrusted(InetAddress.ofLiteral(address));
    }
}
