package com.zenithcapital.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** An article about the model: written, approved by somebody else, published, read and found. */
final class InsightDemo {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String INSIGHTS = "/api/v1/admin/insights";

    /** As people mistype it. */
    private static final String SEARCH = "delivaries margin";

    /** An insight and where it is. */
    private record Insight(String id, String slug, String title) {}

    private final Narrator narrator;
    private final Function<String, Api> people;
    private final Api visitor;
    private final String model;

    /**
     * Begins nothing yet.
     *
     * @param people who acts, by the name of the account
     * @param model the slug of a published model, which the insight links
     */
    InsightDemo(Narrator narrator, Function<String, Api> people, Api visitor, String model) {
        this.narrator = narrator;
        this.people = people;
        this.visitor = visitor;
        this.model = model;
    }

    /** The slug of the insight, which readers see by now. */
    String run() throws IOException, InterruptedException {
        Insight insight = narrator.step("ana writes an insight about it", this::write);
        narrator.step("ana submits it; she may not approve it", () -> submit(insight));
        narrator.step("eddie (editor) approves and publishes it", () -> publish(insight));
        narrator.step("A visitor reads it", () -> read(insight));
        narrator.step("A visitor finds it, mistyped", () -> search(insight));
        return insight.slug();
    }

    private Insight write() throws IOException, InterruptedException {
        ObjectNode text = JSON.createObjectNode()
                .put(
                        "title",
                        "Deliveries and margins, "
                                + LocalDateTime.now(ZoneOffset.UTC).format(TIME))
                .put("summary", "What the model of three statements says about the next quarter.")
                .put("body", """
                        ## Deliveries

                        | quarter | deliveries |
                        |---|---:|
                        | Q3 | 13,201 |
                        | Q4 | 14,100 |

                        Gross margin turns **positive** once fixed costs are spread over these.[^1]

                        [^1]: See the sheet *Assumptions* of the linked model.
                        """)
                .put("ticker", "RIVN")
                .put("rating", "Buy");
        text.putObject("targetPrice").put("amount", 21.5).put("currency", "USD");
        text.putArray("tags").add("demo").add("Autos");
        text.putArray("authors").add("Ana Analyst");
        text.putArray("disclosures").add("The author holds no shares of the issuer.");
        text.putArray("models").add(model);
        JsonNode made = people.apply("ana").post(INSIGHTS, text, 201);
        Insight insight = new Insight(
                made.path("id").asText(),
                made.path("slug").asText(),
                made.path("title").asText());
        narrator.say("\"%s\"", insight.title());
        narrator.say(
                "%s, revision %d, %d minute(s) to read",
                made.path("state").asText(),
                made.path("revision").asInt(),
                made.path("readingMinutes").asInt());
        return insight;
    }

    private boolean submit(Insight insight) throws IOException, InterruptedException {
        JsonNode submitted = people.apply("ana").post(path(insight, "/submit"), null, 200);
        narrator.say("%s", submitted.path("state").asText());
        JsonNode refused = people.apply("ana").post(path(insight, "/approve"), null, 403);
        narrator.say("approve by ana: %s", refused.path("detail").asText());
        return true;
    }

    private boolean publish(Insight insight) throws IOException, InterruptedException {
        JsonNode approved = people.apply("eddie").post(path(insight, "/approve"), null, 200);
        narrator.say(
                "revision %d approved by %s",
                approved.path("approval").path("revision").asInt(),
                approved.path("approval").path("by").path("name").asText());
        JsonNode published = people.apply("eddie").post(path(insight, "/publish"), null, 200);
        narrator.say(
                "%s at %s",
                published.path("state").asText(), published.path("publishedAt").asText());
        return true;
    }

    private boolean read(Insight insight) throws IOException, InterruptedException {
        JsonNode page = visitor.get("/api/v1/insights/" + insight.slug());
        if (!page.path("html").asText().contains("<strong>positive</strong>")) {
            throw new DemoFailure("What a visitor reads is not what ana wrote: " + page);
        }
        narrator.say("/api/v1/insights/%s", insight.slug());
        narrator.say(
                "%d characters of HTML, links model %s, version %d",
                page.path("html").asText().length(),
                page.path("models").path(0).path("slug").asText(),
                page.path("models").path(0).path("version").asInt());
        return true;
    }

    private boolean search(Insight insight) throws IOException, InterruptedException {
        JsonNode found = visitor.get("/api/v1/insights?tag=demo&q=" + URLEncoder.encode(SEARCH, UTF_8));
        for (JsonNode item : found.path("items")) {
            if (item.path("slug").asText().equals(insight.slug())) {
                narrator.say("\"%s\" was read as %s", SEARCH, found.path("corrected"));
                narrator.say("%s", item.path("excerpt").asText());
                return true;
            }
        }
        throw new DemoFailure("The published insight is not found by \"%s\": %s".formatted(SEARCH, found));
    }

    private static String path(Insight insight, String step) {
        return INSIGHTS + "/" + insight.id() + step;
    }
}
