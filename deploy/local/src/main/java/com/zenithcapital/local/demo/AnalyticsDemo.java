package com.zenithcapital.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Visitors look at the insight and the model, as their browsers would tell; an administrator reads what was read. */
final class AnalyticsDemo {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANALYTICS = "/api/v1/admin/analytics";

    /** An event is counted within five seconds of its 202. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * Somebody's browser. The addresses are those of RFC 5737: nobody's.
     *
     * @param referrer where the visit comes from
     */
    private record Browser(String address, String agent, String referrer) {}

    private static final List<Browser> BROWSERS = List.of(
            new Browser(
                    "192.0.2.10",
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
                    "https://www.google.com/"),
            new Browser(
                    "192.0.2.20",
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0"
                            + " Safari/605.1.15",
                    "https://www.linkedin.com/feed/"),
            new Browser(
                    "192.0.2.30",
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                            + " Version/26.0 Mobile/15E148 Safari/604.1",
                    ""));

    private final Narrator narrator;
    private final Function<String, Api> people;
    private final Api visitor;
    private final String gateway;
    private final String insight;
    private final String model;

    /**
     * Begins nothing yet.
     *
     * @param gateway the site's origin
     * @param insight the slug of a published insight
     * @param model the slug of a model that was downloaded
     */
    AnalyticsDemo(
            Narrator narrator,
            Function<String, Api> people,
            Api visitor,
            String gateway,
            String insight,
            String model) {
        this.narrator = narrator;
        this.people = people;
        this.visitor = visitor;
        this.gateway = gateway;
        this.insight = insight;
        this.model = model;
    }

    void run() throws IOException, InterruptedException {
        narrator.step("Three visitors' browsers tell what they see", this::look);
        narrator.step("ada (admin) reads what was read", this::read);
    }

    private boolean look() throws IOException, InterruptedException {
        int accepted = 0;
        for (Browser browser : BROWSERS) {
            ArrayNode events = JSON.createArrayNode();
            events.add(view("/", "Zenith", browser.referrer()));
            events.add(view("/insights/" + insight, "An insight", gateway + "/"));
            if (!browser.referrer().isEmpty()) {
                events.add(view("/models/" + model, "A model", gateway + "/insights/" + insight));
            }
            JsonNode answer = visitor.beacon("/api/v1/events", events, gateway, browser.agent(), browser.address());
            accepted += answer.path("accepted").asInt();
        }
        narrator.say("%d page views accepted; no cookie was set, no address is kept", accepted);
        return true;
    }

    private ObjectNode view(String path, String title, String referrer) {
        return JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("name", "pageview")
                .put("url", gateway + path)
                .put("title", title)
                .put("referrer", referrer);
    }

    private boolean read() throws IOException, InterruptedException {
        Api ada = people.apply("ada");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String range = "from=%s&to=%s".formatted(today, today.plusDays(1));
        String reading = "%s/summary?%s&insight=%s".formatted(ANALYTICS, range, insight);
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode read = ada.get(reading);
        while (read.path("pageviews").asInt() < BROWSERS.size()) {
            if (System.nanoTime() > end) {
                throw new DemoFailure("The views of the insight are not counted: " + read);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            read = ada.get(reading);
        }
        JsonNode summary = ada.get(ANALYTICS + "/summary?" + range);
        narrator.say(
                "today: %d visitors, %d visits, %d page views, %d downloads",
                summary.path("visitors").asInt(),
                summary.path("visits").asInt(),
                summary.path("pageviews").asInt(),
                summary.path("downloads").asInt());
        for (JsonNode page : top(ada, range, "page", "pageviews")) {
            narrator.say(
                    "%4d x %s",
                    page.path("pageviews").asInt(), page.path("value").asText());
        }
        for (JsonNode downloaded : top(ada, range, "model", "downloads")) {
            narrator.say(
                    "model %s: %d downloads, %d page views",
                    downloaded.path("value").asText(),
                    downloaded.path("downloads").asInt(),
                    downloaded.path("pageviews").asInt());
        }
        return true;
    }

    private static JsonNode top(Api ada, String range, String dimension, String sort)
            throws IOException, InterruptedException {
        return ada.get("%s/breakdown?%s&dimension=%s&sort=%s&limit=3".formatted(ANALYTICS, range, dimension, sort))
                .path("items");
    }
}
