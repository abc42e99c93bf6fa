package com.zenithcapital.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three of everything an hour, and a thousand bytes; ten of uploads. What comes from this machine may say whom it comes from. */
public final class LimitedGateway implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("zenith.gateway.trusted-proxies", "127.0.0.0/8");
        for (String budget : List.of("sign-in", "events", "reads", "admin")) {
            settings.put("zenith.gateway.limits.%s.capacity".formatted(budget), "3");
            settings.put("zenith.gateway.limits.%s.period".formatted(budget), "1h");
        }
        settings.put("zenith.gateway.limits.upload-requests.capacity", "10");
        settings.put("zenith.gateway.limits.upload-requests.period", "1h");
        settings.put("zenith.gateway.limits.upload-bytes.capacity", "1000");
        return settings;
    }
}
