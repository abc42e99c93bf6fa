package com.zenithcapital.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway that trusts who stands before it, and lets two other sites read. */
public final class ProxiedGateway implements QuarkusTestProfile {

    static final String SITE = "https://www.zenith.example";
    static final String OTHER_SITE = "http://localhost:3000";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "zenith.gateway.trusted-proxies",
                "127.0.0.0/8,::1/128",
                "zenith.gateway.cors.origins",
                SITE + "," + OTHER_SITE);
    }
}
