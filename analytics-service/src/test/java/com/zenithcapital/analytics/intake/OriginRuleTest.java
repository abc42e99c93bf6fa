package com.zenithcapital.analytics.intake;

import static com.zenithcapital.analytics.intake.Sent.EVENTS;
import static com.zenithcapital.analytics.intake.Sent.SITE;
import static com.zenithcapital.analytics.intake.Sent.browser;
import static com.zenithcapital.analytics.intake.Sent.id;
import static com.zenithcapital.analytics.intake.Sent.pageView;
import static com.zenithcapital.analytics.intake.Sent.post;
import static com.zenithcapital.analytics.intake.Sent.program;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.analytics.event.ReadershipNoted;
import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose pages may send events, and whose word is taken for who reads them. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class OriginRuleTest {

    private final EventLog log = EventLog.open();

    @AfterEach
    void close() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://www.zenith.example",
                "https://www.zenith.example:444",
                "https://www.zenith.example.evil.example",
                "https://www.zenith.example/",
                "null",
                ""
            })
    void anotherSitesPageIsRefused(String origin) {
        // When
        ValidatableResponse answer = post(program().header("Origin", origin), pageView(id(), "/"));

        // Then
        answer.statusCode(403)
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:origin-not-allowed"))
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Vary", containsString("Origin"));
    }

    @ParameterizedTest
    @CsvSource({"Cookie, q_session=x", "Sec-Fetch-Site, cross-site", "sec-fetch-mode, no-cors", "SEC-FETCH-DEST, empty"
    })
    void aBrowserThatDoesNotSayWhereItsPageIsFromIsRefused(String header, String value) {
        // When
        ValidatableResponse answer = post(program().header(header, value), pageView(id(), "/"));

        // Then
        answer.statusCode(403).body("type", is("urn:zenith:problem:origin-not-allowed"));
    }

    @Test
    void aServerNeedsNoOrigin() {
        // When
        ValidatableResponse answer = post(program(), pageView(id(), "/"));

        // Then
        answer.statusCode(202).header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/events/", "//api/v1/events", "/api/v1/%65vents", "/api/v1/./events"})
    void noOtherWayToWriteThePathGoesAroundTheRule(String path) {
        // When
        int status = program()
                .header("Origin", "https://evil.example")
                .urlEncodingEnabled(false)
                .body(pageView(id(), "/"))
                .when()
                .post(path)
                .statusCode();

        // Then
        assertThat(status).isIn(403, 404);
    }

    @Test
    void aPreflightOfASiteIsAnswered() {
        // When
        ValidatableResponse answer = given().header("Origin", SITE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .when()
                .options(EVENTS)
                .then();

        // Then
        answer.statusCode(204)
                .header("Access-Control-Allow-Origin", SITE)
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "content-type")
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Max-Age", "86400")
                .header("Vary", containsString("Origin"));
    }

    @Test
    void aPreflightOfAnotherSiteIsNot() {
        // When
        ValidatableResponse answer = given().header("Origin", "https://evil.example")
                .when()
                .options(EVENTS)
                .then();

        // Then
        answer.statusCode(403).header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void whatASignedInClientReadsIsNotedApart() {
        // Given
        String id = id();

        // When
        ValidatableResponse answer = post(
                browser()
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("X-Correlation-Id", "work-apart")
                        .auth()
                        .preemptive()
                        .oauth2(Tokens.of("rhea", "reader")),
                """
                [%s,{"name":"pageview","url":"/models/dcf-base"},{"name":"pageview","url":"/about"},
                {"name":"download","url":"/models/dcf-base"},{"name":"scroll","url":"/insights/apart"}]""".formatted(pageView(id, "/insights/apart")));

        // Then
        answer.statusCode(202);
        EventLog.Entry insight = log.first(entry -> entry.text().contains("\"slug\":\"apart\""));
        EventLog.Entry model = log.first(entry -> entry.text().contains("\"slug\":\"dcf-base\""));
        assertThat(insight.key()).isEqualTo(Tokens.idOf("rhea"));
        assertThat(insight.headers())
                .containsEntry("ce_type", ReadershipNoted.TYPE)
                .containsEntry("ce_subject", Tokens.idOf("rhea"))
                .containsEntry("ce_id", insight.data().path("id").asText())
                .doesNotContainKeys("X-Correlation-Id", "traceparent");
        assertThat(insight.data().path("reader").asText()).isEqualTo(Tokens.idOf("rhea"));
        assertThat(insight.data().path("name").asText()).isEqualTo("Rhea Example");
        assertThat(insight.data().path("kind").asText()).isEqualTo("insight");
        assertThat(insight.data().path("day").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(insight.headers().get("ce_time")).endsWith("T00:00:00Z");
        assertThat(insight.text()).doesNotContain(id);
        assertThat(model.data().path("kind").asText()).isEqualTo("model");
        assertThat(log.with(id).text()).doesNotContain(Tokens.idOf("rhea")).doesNotContain("Rhea");
        assertThat(log.all()).hasSize(3);
    }

    @Test
    void aRepeatedRequestRepeatsWhatItNoted() {
        // Given
        String event = pageView(id(), "/insights/repeated");

        // When
        for (int i = 0; i < 2; i++) {
            post(browser().auth().preemptive().oauth2(Tokens.of("rhea", "reader")), event)
                    .statusCode(202);
        }

        // Then
        log.first(
                entry -> log.all().stream().filter(OriginRuleTest::isReadership).count() == 2);
        assertThat(log.all().stream()
                        .filter(OriginRuleTest::isReadership)
                        .map(entry -> entry.data().path("id").asText())
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void aTokenThatCameAlongFromAnotherSiteNamesNobody(String site) {
        // Given
        String id = id();

        // When
        ValidatableResponse answer = post(
                browser().header("Sec-Fetch-Site", site).auth().preemptive().oauth2(Tokens.of("rhea", "reader")),
                pageView(id, "/insights/nobody"));

        // Then
        answer.statusCode(202);
        log.with(id);
        assertThat(log.all()).noneMatch(OriginRuleTest::isReadership);
    }

    @Test
    void aBadTokenIsRefused() {
        // Given
        List<String> tokens = List.of(
                Tokens.expired("rhea"),
                Tokens.signedByAnotherKey("rhea"),
                Tokens.forAudience("other", "rhea"),
                Tokens.withoutSubject("rhea"),
                "x");

        // When
        List<Integer> statuses = tokens.stream()
                .map(token -> post(browser().auth().preemptive().oauth2(token), pageView(id(), "/"))
                        .extract()
                        .statusCode())
                .toList();

        // Then
        assertThat(statuses).containsOnly(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.zenith.example",
                "https://a.example/path",
                "https://a.example/",
                "ftp://a.example",
                "*",
                "https://"
            })
    void whatIsNoOriginStopsTheStartNamingTheProperty(String site) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Sites(new GivenSites(site)))
                .withMessageContaining("zenith.analytics.sites")
                .withMessageContaining(site);
    }

    private static boolean isReadership(EventLog.Entry entry) {
        return entry.isOf(ReadershipNoted.TYPE);
    }

    private record GivenSites(String site) implements IntakeConfig {

        @Override
        public Optional<List<String>> sites() {
            return Optional.of(List.of(site));
        }

        @Override
        public Intake intake() {
            throw new AssertionError("Sites are all that is asked for");
        }
    }
}
