package com.zenithcapital.analytics.visitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Whose word is taken for where a caller is. */
@ConfigMapping(prefix = "zenith.analytics")
public interface VisitorConfig {

    /**
     * Addresses (CIDR) of the proxies in front of this service. From them alone
     * {@code X-Forwarded-For} and the headers of the edge are believed. Too few, and all visitors behind the proxy are
     * one; too many, and a visitor can be as many as it likes.
     */
    @WithDefault("127.0.0.0/8,::1/128")
    List<String> trustedProxies();
}
