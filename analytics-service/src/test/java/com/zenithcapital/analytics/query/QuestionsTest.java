package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.query.Asking.ANALYTICS;
import static com.zenithcapital.analytics.query.Asking.ask;
import static com.zenithcapital.analytics.query.Asking.askAs;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, and what no question may have in it. */
@QuarkusTest
class QuestionsTest {

    private static final List<String> QUESTIONS = List.of(
            "summary",
            "timeseries",
            "breakdown?dimension=page",
            "realtime",
            "funnel?steps=insight,download",
            "retention",
            "filtered",
            "readership",
            "export?format=csv&query=summary",
            "export/events?day=2026-03-01");

    private static Stream<Arguments> others() {
        return QUESTIONS.stream()
                .flatMap(
                        question -> Stream.of("reader", "analyst", "editor").map(role -> Arguments.of(question, role)));
    }

    private static Stream<String> questions() {
        return QUESTIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("others")
    void administratorsAloneAreAnswered(String question, String role) {
        // When
        var answer = askAs(role, question);

        // Then
        answer.statusCode(403).body("type", is("urn:zenith:problem:forbidden"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aVisitorIsAskedToSignIn(String question) {
        // When
        var answer = given().get(ANALYTICS + question).then();

        // Then
        answer.statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anAnswerIsNotKeptOnTheWay(String question) {
        // When
        var answer = ask(question);

        // Then
        answer.statusCode(200).header("Cache-Control", "private, no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, query:from",
        "from=2026-13-01, query:from",
        "from=2026-03-01T09:00:00, query:from",
        "from=1999-12-31, query:from",
        "from=%2B12026-01-01, query:from",
        "to=2026-03-01T09:07:00Z&from=2026-02-01, query:to",
        "from=2026-03-01T09:00:01Z&to=2026-04-01, query:from",
        "from=2026-03-01T09:00:00.001Z&to=2026-04-01, query:from",
        "from=2026-03-02&to=2026-03-02, query:from",
        "from=2026-03-02&to=2026-03-01, query:from",
        "from=2024-03-01&to=2026-03-02, query:from",
        "from=, query:from",
        "zone=Mars/Olympus, query:zone",
        "zone=%2B01:00, query:zone",
        "chanel=search, query:chanel",
        "channel=, query:channel",
        "channel=a%0Ab, query:channel",
        "channel=search&channel=direct, query:channel",
        "from=2026-03-01&from=2026-03-02, query:from",
        "limit=5, query:limit"
    })
    void whatIsWrongIsNamed(String question, String pointer) {
        // When
        var answer = ask("summary?" + question);

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:invalid-request"))
                .body("errors[0].pointer", is(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "realtime?minutes=5, query:minutes",
        "funnel?from=2026-03-01&to=2026-03-08, query:steps",
        "funnel?steps=insight, query:steps",
        "'funnel?steps=insight,nowhere', query:steps",
        "'funnel?steps=insight,', query:steps",
        "'funnel?steps=home,insight,model,home,insight,model,home,insight,model', query:steps",
        "'funnel?steps=insight,model&from=2026-03-01T00:15:00Z&to=2026-03-08', query:from",
        "'funnel?steps=insight,model&zone=UTC', query:zone",
        "retention?weeks=0, query:weeks",
        "retention?weeks=53, query:weeks",
        "retention?from=2026-03-01, query:from",
        "filtered?from=2026-03-01T01:00:00Z, query:from",
        "filtered?limit=5, query:limit",
        "filtered?reason=bot&limit=500, query:limit",
        "filtered?reason=bot&cursor=garbage, query:cursor",
        "readership?kind=insight, query:slug",
        "readership?slug=copper, query:kind",
        "readership?kind=page&slug=copper, query:kind",
        "readership?cursor=garbage, query:cursor",
        "readership?limit=0, query:limit",
        "export?query=summary, query:format",
        "export?format=pdf&query=summary, query:format",
        "export?format=csv, query:query",
        "export?format=csv&query=realtime, query:query",
        "export?format=csv&format=csv&query=summary, query:format",
        "export?format=csv&query=breakdown, query:dimension",
        "export?format=csv&query=breakdown&dimension=page&limit=5, query:limit",
        "export?format=xlsx&query=summary&chanel=search, query:chanel",
        "export/events, query:day",
        "export/events?day=today, query:day",
        "export/events?day=2026-03-01&format=csv, query:format"
    })
    void whatIsWrongElsewhereIsNamedToo(String question, String pointer) {
        // When
        var answer = ask(question);

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("errors[0].pointer", is(pointer));
    }

    @Test
    void theStepsThatThereAreAreNamed() {
        // When
        var answer = ask("funnel?steps=insight,nowhere");

        // Then
        answer.statusCode(400).body("errors[0].detail", containsString("home, insight, model, download"));
    }

    @Test
    void twoYearsAreAnsweredAndTheLimitIsTold() {
        // When
        var within = ask("summary?from=2024-03-01&to=2026-03-01");
        var beyond = ask("summary?from=2024-03-01&to=2026-03-01T00:15:00Z");

        // Then
        within.statusCode(200);
        beyond.statusCode(400).body("errors[0].detail", containsString("2 years"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "timeseries"})
    void twoFiltersAreOneTooMany(String question) {
        // When
        var answer = ask(question + "?channel=search&country=DE");

        // Then
        answer.statusCode(400)
                .body("type", is("urn:zenith:problem:unsupported-filter"))
                .body("errors.size()", is(2));
    }
}
