package com.zenithcapital.analytics.origin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import ua_parser.Parser;

/**
 * Reads user agents by the project uap-core's expressions. One costs about a millisecond, so the last thousands are kept. Its
 * third list, of models of devices, is not asked: that would cost as much again for what {@link Device} tells.
 */
@Singleton
public class Agents {

    /**
     * Longer ones are cut: the expressions were not made for more. What browsers send has 80 to 300 characters, inside apps
     * up to 500.
     */
    private static final int LONGEST = 512;

    /** About 4 MB. A site of a million readers has some thousands that are in use at a time. */
    private static final int KEPT = 5_000;

    private static final int LONGEST_NAME = 64;
    private static final String UNKNOWN = "Other";

    private static final Map<String, String> BROWSERS = Map.of(
            "Mobile Safari", "Safari",
            "Mobile Safari UI/WKWebView", "Safari",
            "Chrome Mobile", "Chrome",
            "Chrome Mobile iOS", "Chrome",
            "Chrome Mobile WebView", "Chrome",
            "Firefox Mobile", "Firefox",
            "Firefox iOS", "Firefox",
            "Edge Mobile", "Edge",
            "Opera Mobile", "Opera",
            "IE", "Internet Explorer");

    private static final Map<String, String> SYSTEMS = Map.of("Mac OS X", "macOS");

    /** Two hundred kilobytes of expressions, read while the service starts, and not by the first visitor. */
    private final CompletableFuture<Parser> parser = CompletableFuture.supplyAsync(Parser::new);

    private final Robots robots = Robots.listed();
    private final Cache<String, Agent> read =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    void begin(@Observes StartupEvent starting) {
        // That this is made at all before it is needed.
    }

    /** What it says; a robot where it says nothing. */
    public Agent of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return Agent.SILENT;
        }
        String text = userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) : userAgent;
        return read.get(text, this::read);
    }

    private Agent read(String text) {
        Parser expressions = parser.join();
        @Nullable String browser = known(expressions.parseUserAgent(text).family, BROWSERS);
        @Nullable String system = known(expressions.parseOS(text).family, SYSTEMS);
        String small = text.toLowerCase(Locale.ROOT);
        boolean robot = robots.include(small);
        Device device = robot ? Device.OTHER : Device.of(small, system == null ? "" : system);
        return new Agent(browser, system, device.word(), robot);
    }

    private static @Nullable String known(@Nullable String family, Map<String, String> names) {
        // Some expressions take the name from the text itself, which is anybody's.
        boolean isNone = family == null || family.equals(UNKNOWN) || family.length() > LONGEST_NAME;
        return isNone ? null : names.getOrDefault(family, family);
    }
}
