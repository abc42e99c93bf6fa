package com.zenithcapital.system;

import static com.zenithcapital.system.AnalyticsDesk.ANALYTICS;
import static com.zenithcapital.system.AnalyticsDesk.EVENTS;
import static com.zenithcapital.system.AnalyticsDesk.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading, as it is counted: from a browser's beacon through the gateway to what an administrator reads. */
@ExtendWith(SharedZenith.class)
class AnalyticsIT {

    /** The contract says five; the machine runs everything else too. */
    private static final Duration COUNTED = Duration.ofSeconds(15);

    private final Zenith zenith;
    private final AnalyticsDesk analytics;
    private final String slug = "counted-" + UUID.randomUUID();

    AnalyticsIT(Zenith zenith) {
        this.zenith = zenith;
        this.analytics = new AnalyticsDesk(zenith);
    }

    @Test
    void whatBrowsersTellIsCountedOnceHoweverOftenItIsTold() {
        // Given
        JsonNode first = list(analytics.view("/insights/" + slug), analytics.view("/insights/" + slug));
        JsonNode second = list(analytics.view("/insights/" + slug));

        // When
        for (int i = 0; i < 2; i++) {
            analytics.beacon(analytics.browser("192.0.2.1"), first).expect(202);
            analytics.beacon(analytics.browser("192.0.2.2"), second).expect(202);
        }

        // Then
        await().atMost(COUNTED).untilAsserted(() -> {
            JsonNode summary = analytics.read("summary", "insight=" + slug);
            assertThat(summary.path("pageviews").asInt()).isEqualTo(3);
            assertThat(summary.path("visitors").asInt()).isEqualTo(2);
        });
        await().during(Duration.ofSeconds(2))
                .atMost(COUNTED)
                .untilAsserted(() -> assertThat(analytics
                                .read("summary", "insight=" + slug)
                                .path("pageviews")
                                .asInt())
                        .isEqualTo(3));
    }

    @Test
    void aRobotIsAcceptedAndNotCounted() {
        // Given
        Api robot =
                analytics.browser("192.0.2.3").with("User-Agent", "Googlebot/2.1 (+http://www.google.com/bot.html)");
        analytics.beacon(robot, list(analytics.view("/insights/" + slug))).expect(202);

        // When
        analytics
                .beacon(analytics.browser("192.0.2.4"), list(analytics.view("/insights/" + slug)))
                .expect(202);

        // Then
        await().atMost(COUNTED).untilAsserted(() -> {
            assertThat(analytics
                            .read("summary", "insight=" + slug)
                            .path("pageviews")
                            .asInt())
                    .isEqualTo(1);
            assertThat(analytics.read("filtered").toString()).contains("bot-user-agent");
        });
    }

    @Test
    void aDownloadedModelIsCountedWithItsReader() {
        // Given
        ModelDesk ana = zenith.desk("ana");
        Model model = ana.create("Model whose downloads are counted");
        Job job = ana.awaitVerdict(ana.upload(model, zenith.workbook(Trait.HONEST)), Duration.ofSeconds(60));
        assertThat(job.state()).isEqualTo("ACCEPTED");
        zenith.desk("eddie").publish(model, job.version());
        Path file = zenith.scratch().resolve("counted.xlsx");

        // When
        zenith.as("rhea").download("/api/v1/models/" + model.slug() + "/versions/" + job.version() + "/content", file);

        // Then
        await().atMost(COUNTED).untilAsserted(() -> {
            assertThat(analytics
                            .read("summary", "model=" + model.slug())
                            .path("downloads")
                            .asInt())
                    .isEqualTo(1);
            assertThat(analytics
                            .read("readership", "kind=model", "slug=" + model.slug())
                            .path("items")
                            .path(0)
                            .path("downloads")
                            .asInt())
                    .isEqualTo(1);
        });
    }

    @Test
    void whatWasWrongWithAnEventIsToldAndTheOthersCount() {
        // Given
        JsonNode events = list(
                analytics.view("/insights/" + slug),
                analytics.view("/").put("occurredAt", "2020-01-01T00:00:00Z"),
                analytics.view("/").put("name", ""));

        // When
        JsonNode answer = analytics
                .beacon(analytics.browser("192.0.2.5"), events)
                .expect(202)
                .json();

        // Then
        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected").findValuesAsText("index")).containsExactly("1", "2");
        assertThat(answer.path("rejected").findValuesAsText("reason"))
                .doesNotContain("")
                .hasSize(2);
    }

    @Test
    void anotherSitesPagesMayNotSendEvents() {
        // When
        Answer answer = analytics.beacon(
                analytics.browser("192.0.2.6").with("Origin", "https://evil.example"), list(analytics.view("/")));

        // Then
        answer.expectProblem(403, "origin-not-allowed");
    }

    @Test
    void aBodyOfMoreThan64KibIsRefused() {
        // When
        Answer answer = analytics
                .browser("192.0.2.7")
                .with("Content-Type", "text/plain")
                .send("POST", EVENTS, BodyPublishers.ofString("[\"" + "x".repeat(70_000) + "\"]"));

        // Then
        answer.expectProblem(413, "payload-too-large");
    }

    @Test
    void anotherOfTheSitesOriginsMayAskFirst() {
        // When
        Answer answer = zenith.visitor()
                .with("Origin", "https://www.zenith.example")
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "content-type")
                .send("OPTIONS", EVENTS, BodyPublishers.noBody());

        // Then
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("https://www.zenith.example");
    }

    @Test
    void theScriptIsSmallAndMayBeKept() {
        // When
        Answer script = zenith.visitor().get(EVENTS + "/zenith.js").expect(200);

        // Then
        assertThat(script.body().length()).isLessThan(2_048);
        assertThat(script.header("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(script.header("ETag")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary",
                "timeseries",
                "breakdown?dimension=page",
                "realtime",
                "funnel?steps=insight,model",
                "retention",
                "filtered",
                "readership",
                "export?format=csv&query=summary",
                "export/events?day=2026-01-01"
            })
    void onlyAnAdministratorReadsAnalytics(String query) {
        zenith.visitor().get(ANALYTICS + "/" + query).expectProblem(401, "unauthenticated");
        for (String other : new String[] {"rhea", "ana", "eddie"}) {
            zenith.as(other).get(ANALYTICS + "/" + query).expectProblem(403, "forbidden");
        }
        zenith.as("ada").get(ANALYTICS + "/" + query).expect(200);
    }

    @Test
    void whatIsReadCanBeTakenAway() {
        // Given
        analytics
                .beacon(analytics.browser("192.0.2.8"), list(analytics.view("/insights/" + slug)))
                .expect(202);
        await().atMost(COUNTED)
                .until(() -> analytics
                                .read("summary", "insight=" + slug)
                                .path("pageviews")
                                .asInt()
                        == 1);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String range = "from=%s&to=%s".formatted(today.minusDays(1), today.plusDays(1));

        // When
        Answer csv = zenith.as("ada")
                .get(ANALYTICS + "/export?format=csv&query=breakdown&dimension=insight&" + range)
                .expect(200);
        Answer xlsx = zenith.as("ada")
                .get(ANALYTICS + "/export?format=xlsx&query=breakdown&dimension=insight&" + range)
                .expect(200);

        // Then
        assertThat(csv.body()).contains(slug);
        assertThat(xlsx.body()).startsWith("PK");
    }
}
