package com.zenithcapital.analytics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A site whose every path is a page that loads the script: of the service that the system property {@value #SERVICE} names. */
public final class SiteResource implements QuarkusTestResourceLifecycleManager {

    static final String SERVICE = "zenith.test.script.service";
    static final String SITE = "zenith.test.script.site";

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] page = page(exchange.getRequestURI().getPath()).getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
        String site = "http://127.0.0.1:" + server.getAddress().getPort();
        System.setProperty(SITE, site);
        return Map.of("zenith.analytics.sites", site);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static String page(String path) {
        return """
                <!doctype html><html><head><title>Page %1$s</title>
                <script>window.zenith = window.zenith || function () { (zenith.q = zenith.q || []).push(arguments) }
                if (location.hash == '#early') zenith('early', {kept: true})</script>
                <script async src="%2$s/api/v1/events/zenith.js"></script></head><body>
                <a id="plain" href="/elsewhere" onclick="event.preventDefault()">elsewhere</a>
                <a id="file" href="/files/report.pdf" onclick="event.preventDefault()"><b>report</b></a>
                <a id="named" href="/export" download onclick="event.preventDefault()">export</a>
                <a id="model" href="/api/v1/models/dcf/versions/1/content" download onclick="event.preventDefault()">m</a>
                </body></html>""".formatted(path, System.getProperty(SERVICE));
    }
}
