package com.zenithcapital.gateway.upstream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the {@link Upstream} and gives it to the test's fields. With the argument {@value #WAIT} it shortens the gateway's
 * waits, for tests of what happens after them.
 */
public final class UpstreamResource implements QuarkusTestResourceLifecycleManager {

    public static final String WAIT = "wait";

    private final Upstream upstream = new Upstream();
    private final Map<String, String> settings = new HashMap<>();

    @Override
    public void init(Map<String, String> arguments) {
        String wait = arguments.get(WAIT);
        if (wait != null) {
            settings.put("zenith.gateway.connections.head", wait);
            for (String traffic : List.of("ordinary", "upload", "events")) {
                settings.put("zenith.gateway.traffic.%s.connect".formatted(traffic), wait);
                settings.put("zenith.gateway.traffic.%s.first-byte".formatted(traffic), wait);
                settings.put("zenith.gateway.traffic.%s.service-idle".formatted(traffic), wait);
                settings.put("zenith.gateway.traffic.%s.client-idle".formatted(traffic), wait);
            }
        }
    }

    @Override
    public Map<String, String> start() {
        String url = "http://127.0.0.1:" + upstream.up();
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        settings.put("zenith.gateway.content-url", url);
        settings.put("zenith.gateway.model-file-url", url);
        settings.put("zenith.gateway.analytics-url", url);
        settings.put("zenith.gateway.pool.connections", "8");
        settings.put("zenith.gateway.session.client-secret", "known to nobody");
        settings.put("zenith.gateway.session.secret", "0123456789abcdef0123456789abcdef");
        settings.put("zenith.gateway.session.origins", "https://www.zenith.example,http://127.0.0.1:8080");
        return settings;
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
