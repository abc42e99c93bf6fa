package com.zenithcapital.gateway.proxy;

import com.zenithcapital.gateway.answer.Refusals;
import com.zenithcapital.gateway.route.Limits;
import com.zenithcapital.gateway.route.Service;
import com.zenithcapital.gateway.route.Traffic;
import com.zenithcapital.platform.address.TrustedProxies;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands requests to the services. */
@Singleton
public final class Proxy {

    private record Address(String host, int port) {}

    private final Map<Service, Address> addresses = new EnumMap<>(Service.class);
    private final Vertx vertx;
    private final Refusals refusals;
    private final HttpClient client;

    /** Its own connections: what is large, slow or without end never takes those that ordinary requests need. */
    private final HttpClient streaming;

    private final TrustedProxies trusted;
    private final Set<Exchange> streams = ConcurrentHashMap.newKeySet();

    Proxy(Vertx vertx, Refusals refusals, ServiceConfig config) {
        this.vertx = vertx;
        this.refusals = refusals;
        this.trusted = TrustedProxies.of(config.trustedProxies().orElse(List.of()));
        for (Service service : Service.values()) {
            addresses.put(service, address(service, config.url(service)));
        }
        ServiceConfig.Pool pool = config.pool();
        client = client(vertx, pool);
        streaming = client(vertx, pool);
    }

    private static HttpClient client(Vertx vertx, ServiceConfig.Pool pool) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAliveTimeout(Math.toIntExact(pool.keepAlive().toSeconds()))
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(pool.connections()).setMaxWaitQueueSize(pool.waiting()));
    }

    private static Address address(Service service, URI url) {
        boolean plain = "http".equals(url.getScheme()) && url.getHost() != null;
        boolean bare = url.getRawPath() == null
                || url.getRawPath().isEmpty()
                || url.getRawPath().equals("/");
        if (!plain || !bare) {
            throw new IllegalArgumentException("zenith.gateway.%s-url must be http://host:port and no more: %s"
                    .formatted(service.label().replace("-service", ""), url));
        }
        return new Address(url.getHost(), url.getPort() < 0 ? 80 : url.getPort());
    }

    /** Takes a request to its service and the answer back. On the request's own event loop, with the request paused. */
    public void forward(Passage passage) {
        Address address = Objects.requireNonNull(addresses.get(passage.service()));
        Limits limits = passage.limits();
        RequestOptions options = new RequestOptions()
                .setMethod(passage.method())
                .setHost(address.host())
                .setPort(address.port())
                .setURI(passage.target().uri())
                .putHeader(ForwardedHeaders.CLIENT, clientOf(passage.request()))
                .setConnectTimeout(limits.connect().toMillis());
        Exchange exchange = new Exchange(vertx, refusals, passage);
        if (passage.route().traffic() == Traffic.EVENTS) {
            streams.add(exchange);
            passage.context().addEndHandler(_ -> streams.remove(exchange));
        }
        HttpClient pool = passage.route().traffic() == Traffic.ORDINARY ? client : streaming;
        exchange.start(pool.request(options));
    }

    private String clientOf(HttpServerRequest request) {
        InetAddress peer =
                InetAddress.ofLiteral(request.connection().remoteAddress().hostAddress());
        return trusted.clientOf(peer, request.headers().getAll(ForwardedHeaders.CLIENT))
                .getHostAddress();
    }

    /** Before requests are waited for: a stream of events ends when its client has another gateway to go to, or never. */
    void endStreams(@Observes ShutdownDelayInitiatedEvent stopping) {
        streams.forEach(Exchange::endAnswer);
    }

    @PreDestroy
    void close() {
        client.close();
        streaming.close();
    }
}
