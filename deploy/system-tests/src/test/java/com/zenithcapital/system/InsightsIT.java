package com.zenithcapital.system;

import static com.zenithcapital.system.InsightDesk.text;
import static com.zenithcapital.system.InsightDesk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.system.InsightDesk.Insight;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An insight's whole way through the gateway, from an analyst's draft to a reader and back. */
@ExtendWith(SharedZenith.class)
class InsightsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FACTS = "zenith.content.insights";

    private final Zenith zenith;
    private final InsightDesk desk;

    InsightsIT(Zenith zenith) {
        this.zenith = zenith;
        this.desk = InsightDesk.at(zenith);
    }

    @Test
    void itIsWrittenApprovedByAnotherPublishedReadAndFound() {
        // Given
        Map<String, Object> text = text();
        Insight insight = desk.draft("ana", text);

        // When
        desk.as("ana").post(insight.path() + "/submit").expect(200);
        desk.as("ana").post(insight.path() + "/approve").expectProblem(403, "forbidden");
        desk.as("eddie").post(insight.path() + "/approve").expect(200);
        desk.as("eddie").post(insight.path() + "/publish").expect(200);

        // Then
        Answer page = zenith.visitor().get(insight.page()).expect(200);
        assertThat(page.json().path("title").asText()).isEqualTo(text.get("title"));
        assertThat(page.json().path("html").asText()).contains("<strong>more</strong>");
        assertThat(page.header("Cache-Control")).contains("public, max-age=1");
        String tag = page.header("ETag").orElseThrow();
        zenith.visitor().with("If-None-Match", tag).get(insight.page()).expect(304);
        assertThat(slugs(zenith.visitor().get("/api/v1/insights?tag=system-test&limit=100")))
                .contains(insight.slug());
        JsonNode found = zenith.visitor()
                .get("/api/v1/insights?q=delivaries&limit=100&tag=system-test")
                .json();
        assertThat(found.path("corrected").path("delivaries").toString()).contains("deliver");
        assertThat(slugs(zenith.visitor().get("/api/v1/insights?q=delivaries&limit=100&tag=system-test")))
                .contains(insight.slug());
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(factsOf(insight)).containsExactly("created", "submitted", "approved", "published"));
    }

    @Test
    void aStaleSaveLosesNothing() {
        // Given
        Map<String, Object> text = text();
        Insight insight = desk.draft("ana", text);
        desk.put(desk.as("ana"), insight, text).expectProblem(428, "precondition-required");
        desk.save("eddie", insight, insight.tag(), with(text, "title", "By eddie"))
                .expect(200);

        // When
        Answer refused = desk.save("ana", insight, insight.tag(), with(text, "title", "By ana"));

        // Then
        refused.expectProblem(412, "precondition-failed");
        assertThat(refused.json().path("theirs").path("title").asText()).isEqualTo("By eddie");
        assertThat(refused.json().path("yours").path("title").asText()).isEqualTo("By ana");
        assertThat(refused.json().path("base").path("title").asText()).isEqualTo(text.get("title"));
        Answer merged = desk.put(
                desk.as("ana").with("If-Match", insight.tag()).with("Prefer", "merge"),
                insight,
                with(text, "summary", "By ana"));
        merged.expect(200);
        assertThat(merged.header("Preference-Applied")).contains("merge");
        assertThat(merged.json().path("title").asText()).isEqualTo("By eddie");
        assertThat(merged.json().path("summary").asText()).isEqualTo("By ana");
    }

    @Test
    void aWithdrawnInsightIsNeverServedAgain() {
        // Given
        Insight insight = desk.published(text());
        for (int i = 0; i < 200; i++) {
            zenith.visitor().get(insight.page()).expect(200);
        }

        // When
        desk.as("eddie")
                .post(insight.path() + "/withdraw", Map.of("reason", "The issuer restated."))
                .expect(200);

        // Then
        for (int i = 0; i < 200; i++) {
            Answer gone = zenith.visitor().get(insight.page());
            gone.expectProblem(410, "gone");
            assertThat(gone.json().path("detail").asText()).contains("The issuer restated.");
        }
    }

    @Test
    void aCorrectionIsVisibleAndTheOldAddressLeadsOn() {
        // Given
        Map<String, Object> text = text();
        Insight insight = desk.published(text);
        desk.revise(insight, with(with(text, "slug", insight.slug() + "-b"), "summary", "Right."));

        // When
        desk.as("eddie")
                .post(insight.path() + "/correct", Map.of("note", "The summary was wrong."))
                .expect(200);

        // Then
        Answer moved = zenith.visitor().get(insight.page()).expect(301);
        assertThat(moved.header("Location")).contains(insight.page() + "-b");
        JsonNode page = zenith.visitor().get(insight.page() + "-b").expect(200).json();
        assertThat(page.path("summary").asText()).isEqualTo("Right.");
        assertThat(page.path("corrections").path(0).path("note").asText()).isEqualTo("The summary was wrong.");
    }

    @Test
    void whatIsForClientsIsNotThereForVisitors() {
        // Given
        Insight insight = desk.published(with(text(), "audience", "clients"));

        // When
        Answer visitor = zenith.visitor().get(insight.page());

        // Then
        visitor.expectProblem(404, "not-found");
        zenith.as("rhea").get(insight.page()).expect(200);
        assertThat(slugs(zenith.visitor().get("/api/v1/insights?tag=system-test&limit=100")))
                .doesNotContain(insight.slug());
        assertThat(slugs(zenith.as("rhea").get("/api/v1/insights?tag=system-test&limit=100")))
                .contains(insight.slug());
    }

    @Test
    void itIsPublishedAtItsSecond() {
        // Given
        Insight insight = desk.approved(text());
        Instant at = Instant.now().plusSeconds(2);

        // When
        desk.as("eddie")
                .post(insight.path() + "/schedule", Map.of("publishAt", at.toString()))
                .expect(200);

        // Then
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> zenith.visitor().get(insight.page()).status() == 200);
        String published =
                zenith.visitor().get(insight.page()).json().path("publishedAt").asText();
        assertThat(Instant.parse(published)).isBetween(at.minusMillis(1), at.plusSeconds(1));
    }

    @Test
    void aPreviewIsForWhoHasTheLink() {
        // Given
        Insight insight = desk.draft("ana", text());
        JsonNode link = desk.as("ana")
                .post(insight.path() + "/preview-links")
                .expect(201)
                .json();
        String address = link.path("url").asText();

        // When
        Answer preview = zenith.visitor().get(address.substring(address.indexOf("/api/")));

        // Then
        preview.expect(200);
        assertThat(address).startsWith(zenith.gateway().toString());
        assertThat(preview.header("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(preview.json().path("html").asText()).contains("<strong>more</strong>");
    }

    @Test
    void moreThanAMebibyteComesInThroughTheGateway() {
        // Given
        String lines = "{\"content\":{\"title\":\"Imported %s\",\"body\":\"%s\"}}\n"
                .formatted(UUID.randomUUID(), "word ".repeat(39_000))
                .repeat(8);
        assertThat(lines.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(1_500_000);

        // When
        List<JsonNode> results = desk.importLines("ana", lines);

        // Then
        assertThat(results)
                .hasSize(8)
                .allSatisfy(result -> assertThat(result.path("status").asInt()).isEqualTo(201));
        String id = results.getFirst().path("id").asText();
        assertThat(zenith.as("ana")
                        .get("/api/v1/admin/insights/export")
                        .expect(200)
                        .body())
                .contains(id);
    }

    @Test
    void theFeedsAndTheTrailTellOfIt() {
        // Given
        Insight insight = desk.published(text());

        // When
        Answer atom = zenith.visitor().get("/api/v1/feeds/insights.atom");

        // Then
        assertThat(atom.expect(200).body()).contains(insight.slug());
        assertThat(zenith.visitor()
                        .get("/api/v1/feeds/insights.json")
                        .expect(200)
                        .body())
                .contains(insight.slug());
        assertThat(zenith.visitor().get("/api/v1/sitemap.xml").expect(200).body())
                .contains(insight.slug());
        JsonNode trail = zenith.as("ada")
                .get("/api/v1/admin/audit?insight=" + insight.id())
                .expect(200)
                .json();
        assertThat(trail.path("items").findValuesAsText("action"))
                .containsExactly("published", "approved", "submitted", "created");
        zenith.as("eddie").get("/api/v1/admin/audit").expectProblem(403, "forbidden");
    }

    /** While others publish, each insight that was there at the start is seen once by who reads on. */
    @Test
    void aReaderWhoPagesThroughSeesEachOnce() {
        // Given
        String tag = "paged-" + UUID.randomUUID();
        List<String> there = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            there.add(desk.published(with(text(), "tags", List.of(tag))).slug());
        }
        List<Insight> ready = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ready.add(desk.approved(with(text(), "tags", List.of(tag))));
        }

        // When: one more is published after each page
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = zenith.visitor()
                    .get("/api/v1/insights?limit=3&tag=" + tag + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> seen.add(item.path("slug").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
            if (!ready.isEmpty()) {
                desk.as("eddie").post(ready.removeLast().path() + "/publish").expect(200);
            }
        } while (!cursor.isEmpty());

        // Then
        assertThat(ready).isEmpty();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(there);
    }

    private List<String> factsOf(Insight insight) {
        return Events.on(zenith, FACTS).stream()
                .filter(fact -> insight.id().equals(fact.key()))
                .map(fact -> new String(fact.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .map(type -> type.replace("zenith.content.insight-", "").replace(".v1", ""))
                .toList();
    }

    private static List<String> slugs(Answer list) {
        return list.expect(200).json().path("items").findValuesAsText("slug");
    }
}
