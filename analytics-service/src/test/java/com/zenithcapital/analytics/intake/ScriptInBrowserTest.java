package com.zenithcapital.analytics.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script in a real Chromium, from a page of a site to the record on Kafka. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(SiteResource.class)
@EnabledIfSystemProperty(named = "zenith.full", matches = "true", disabledReason = "runs with ./zenith test --full")
@EnabledIf(value = "isBrowserThere", disabledReason = "needs Debian's package chromium")
class ScriptInBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Its own would say that it has no window, and be filtered. */
    private static final String USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/138.0.0.0 Safari/537.36";

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox"))
                    .setHeadless(true));
    private final BrowserContext context = browser.newContext(new Browser.NewContextOptions().setUserAgent(USER_AGENT));
    private final EventLog log = EventLog.open();

    static boolean isBrowserThere() {
        return Files.isExecutable(CHROMIUM);
    }

    @BeforeEach
    void tellTheSite() {
        System.setProperty(SiteResource.SERVICE, "http://127.0.0.1:" + RestAssured.port);
    }

    @AfterEach
    void close() {
        log.close();
        playwright.close();
    }

    @Test
    void aPageIsViewed() {
        // When
        Page page = context.newPage();
        page.navigate(site("/insights/first?utm_source=letter"));

        // Then
        EventLog.Entry entry = log.first(sent -> sent.text().contains("/insights/first"));
        assertThat(entry.data().has("filter")).isFalse();
        assertThat(entry.data().path("browser").asText()).isEqualTo("Chrome");
        JsonNode event = entry.event(0);
        assertThat(event.path("name").asText()).isEqualTo("pageview");
        assertThat(event.path("insight").asText()).isEqualTo("first");
        assertThat(event.path("title").asText()).isEqualTo("Page /insights/first");
        assertThat(event.path("utmSource").asText()).isEqualTo("letter");
        assertThat(event.path("screen").asInt()).isEqualTo(1280);
        assertThat(event.path("id").asText()).hasSize(36);
        assertThat(context.cookies()).isEmpty();
    }

    @Test
    void navigationWithoutLoadingIsViewedToo() {
        // Given
        Page page = context.newPage();
        page.navigate(site("/start"));
        log.first(sent -> sent.text().contains("/start"));

        // When
        page.evaluate("() => { history.pushState({}, '', '/models/pushed'); document.title = 'Pushed' }");
        page.evaluate("() => history.replaceState({}, '', '/models/pushed?tab=2')");
        page.evaluate("() => history.replaceState({}, '', '/replaced')");
        page.goBack();

        // Then
        await().atMost(Duration.ofSeconds(15))
                .pollInSameThread()
                .untilAsserted(() -> assertThat(events().stream()
                                .map(event -> event.path("path").asText()))
                        .containsExactly("/start", "/models/pushed", "/replaced", "/start"));
        assertThat(events().get(1).path("model").asText()).isEqualTo("pushed");
        assertThat(events().get(1).path("channel").asText()).isEqualTo("internal");
    }

    @Test
    void downloadsAreCountedButForTheModelsOwn() {
        // Given
        Page page = context.newPage();
        page.navigate(site("/downloads"));
        log.first(sent -> sent.text().contains("/downloads"));

        // When
        page.click("#plain");
        page.click("#file b");
        page.click("#named");
        page.click("#model");
        page.evaluate("() => zenith('sign-up', {step: 1})");

        // Then
        log.first(sent -> sent.text().contains("sign-up"));
        assertThat(events().stream().map(event -> event.path("name").asText() + event.path("props")))
                .containsExactly(
                        "pageview",
                        "download{\"file\":\"/files/report.pdf\"}",
                        "download{\"file\":\"/export\"}",
                        "sign-up{\"step\":1}");
    }

    @Test
    void leavingThePageSendsWhatWaits() {
        // Given
        Page page = context.newPage();
        page.navigate(site("/left"));
        page.waitForFunction("() => zenith.length == 2");

        // When
        page.evaluate("() => zenith('last words')");
        page.navigate("about:blank");

        // Then
        EventLog.Entry entry = log.first(sent -> sent.text().contains("last words"));
        assertThat(entry.event(0).path("path").asText()).isEqualTo("/left");
    }

    @Test
    void whatIsSaidBeforeTheScriptIsThereIsNotLost() {
        // When
        Page page = context.newPage();
        page.navigate(site("/page#early"));

        // Then
        assertThat(log.first(sent -> sent.text().contains("early"))
                        .event(1)
                        .path("props")
                        .toString())
                .isEqualTo("{\"kept\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})",
                "Object.defineProperty(navigator, 'doNotTrack', {value: '1'})"
            })
    void whoAsksNotToBeFollowedSendsNothing(String signal) {
        // Given
        context.addInitScript(signal);
        List<String> sent = new CopyOnWriteArrayList<>();
        Page page = context.newPage();
        page.onRequest(request -> sent.add(request.method() + " " + request.url()));

        // When
        page.navigate(site("/quiet"));
        page.waitForFunction("() => zenith.length == 2");
        page.evaluate("() => zenith('quiet')");
        page.click("#file b");
        page.waitForTimeout(1_500);
        page.navigate("about:blank");

        // Then
        assertThat(sent).isNotEmpty().noneMatch(request -> request.startsWith("POST"));
        assertThat(log.all()).isEmpty();
    }

    private List<JsonNode> events() {
        return log.all().stream()
                .flatMap(entry -> entry.data().path("events").valueStream())
                .toList();
    }

    private static String site(String path) {
        return System.getProperty(SiteResource.SITE) + path;
    }
}
