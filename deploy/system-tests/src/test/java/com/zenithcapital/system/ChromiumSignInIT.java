package com.zenithcapital.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import com.zenithcapital.local.stack.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A session in a real Chromium, and a page of another origin that would like to use it. The other origin is another port of
 * the same host, for which browsers send the cookie all the same: {@code SameSite} alone would not help.
 */
@ExtendWith(SharedZenith.class)
@EnabledIfSystemProperty(named = "zenith.full", matches = "true", disabledReason = "runs with ./zenith test --full")
@EnabledIf(value = "isBrowserThere", disabledReason = "needs Debian's package chromium")
class ChromiumSignInIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Zenith zenith;
    private final HttpServer elsewhere;
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final BrowserContext context = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox"))
                    .setHeadless(true))
            .newContext(new Browser.NewContextOptions());

    ChromiumSignInIT(Zenith zenith) throws IOException {
        this.zenith = zenith;
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            try (exchange) {
                byte[] page = """
                        <!doctype html><title>elsewhere</title>
                        <form id="out" method="post" action="%s/api/v1/logout"><button>Win a prize</button></form>
                        """.formatted(zenith.gateway()).getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
    }

    static boolean isBrowserThere() {
        return Files.isExecutable(CHROMIUM);
    }

    @BeforeEach
    void begin() {
        elsewhere.start();
    }

    @AfterEach
    void close() {
        playwright.close();
        elsewhere.stop(0);
    }

    private Page signIn() {
        Page page = context.newPage();
        page.navigate(zenith.gateway() + "/api/v1/login?returnTo=/api/v1/session");
        page.fill("#username", "ana");
        page.fill("#password", Stack.PASSWORD);
        page.click("[type=submit]");
        page.waitForURL(zenith.gateway() + "/api/v1/session");
        return page;
    }

    @Test
    void aPageOfAnotherOriginCannotUseIt() {
        Page own = signIn();
        String token = csrfToken(own);
        String title = "Forged " + UUID.randomUUID();
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + elsewhere.getAddress().getPort());

        // It can send what needs no preflight, with the cookie, and cannot read the answer.
        assertThat(page.evaluate(
                        "([url, title]) => fetch(url, {method: 'POST', mode: 'no-cors', credentials: 'include', body: JSON.stringify({title})}).then(a => a.type)",
                        List.of(zenith.gateway() + "/api/v1/admin/models", title)))
                .isEqualTo("opaque");
        // With the token, which it cannot know, it would need a preflight, which is refused.
        assertThat(page.evaluate(
                        "([url, title, token]) => fetch(url, {method: 'POST', credentials: 'include', headers: {'X-CSRF-Token': token}, body: JSON.stringify({title})}).then(a => 'sent', e => 'refused')",
                        List.of(zenith.gateway() + "/api/v1/admin/models", title, token)))
                .isEqualTo("refused");
        assertThat(page.evaluate(
                        "url => fetch(url, {credentials: 'include'}).then(a => a.text(), e => 'refused')",
                        zenith.gateway() + "/api/v1/session"))
                .isEqualTo("refused");
        page.click("#out button");
        page.waitForURL(zenith.gateway() + "/api/v1/logout");
        assertThat(page.textContent("body")).contains("urn:zenith:problem:csrf");

        assertThat(zenith.as("ana")
                        .get("/api/v1/admin/models?limit=100")
                        .expect(200)
                        .body())
                .doesNotContain(title);
        own.reload();
        assertThat(own.textContent("body")).contains("\"authenticated\":true");
    }

    private static String csrfToken(Page page) {
        return (String) page.evaluate("fetch('/api/v1/session').then(a => a.json()).then(s => s.csrfToken)");
    }
}
