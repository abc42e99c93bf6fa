package com.zenithcapital.gateway.upstream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts the {@link Upstream}, gives it to the test's fields, and shortens the gateway's waits. */
public final class UpstreamResource implements QuarkusTestResourceLifecycleManager {

    private final Upstream upstream = new Upstream();

    @Override
    public Map<String, String> start() {
        String url = "http://127.0.0.1:" + upstream.up();
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.management.test-port", "0"),
                Map.entry("zenith.gateway.content-url", url),
                Map.entry("zenith.gateway.model-file-url", url),
                Map.entry("zenith.gateway.analytics-url", url),
                Map.entry("zenith.gateway.pool.connections", "8"),
                Map.entry("zenith.gateway.traffic.ordinary.connect", "500ms"),
                Map.entry("zenith.gateway.traffic.ordinary.first-byte", "1s"),
                Map.entry("zenith.gateway.traffic.ordinary.service-idle", "1s"),
                Map.entry("zenith.gateway.traffic.ordinary.client-idle", "1s"),
                Map.entry("zenith.gateway.traffic.upload.client-idle", "1s"),
                Map.entry("zenith.gateway.traffic.upload.service-idle", "1s"));
    }

    @Override
    public void inject(TestInjector test) {
        test.injectIntoFields(upstream, new TestInjector.MatchesType(Upstream.class));
    }

    @Override
    public void stop() {
        upstream.close();
    }
}
