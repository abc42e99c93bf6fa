package com.zenithcapital.platform.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller is told when a resource method refuses or breaks. */
@QuarkusTest
class ProblemsTest {

    @Test
    void aProblemCarriesEverythingThatItsReaderNeeds() {
        ValidatableResponse answer = given().header("X-Correlation-Id", "abc-1")
                .get("/probe/fail/problem")
                .then();

        answer.statusCode(409)
                .contentType("application/problem+json")
                .header("X-Correlation-Id", "abc-1")
                .body("type", is("urn:zenith:problem:conflict"))
                .body("title", is("Conflict"))
                .body("status", is(409))
                .body("detail", is("It is taken."))
                .body("instance", is("/probe/fail/problem"))
                .body("correlationId", is("abc-1"))
                .body("errors", nullValue());
    }

    @Test
    void aProblemAtAPlaceNamesThePlace() {
        ValidatableResponse answer = given().get("/probe/fail/pointer").then();

        answer.statusCode(400).body("errors[0].pointer", is("/slug")).body("errors[0].detail", is("It is taken."));
    }

    @Test
    void anAnswerThatBreaksOffIsCutAndNeitherLooksWholeNorKeepsItsCallerWaiting() throws IOException {
        byte[] answer;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("GET /probe/cut-off HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            answer = socket.getInputStream().readAllBytes();
        }

        assertThat(new String(answer, US_ASCII)).startsWith("HTTP/1.1 200 ");
        assertThat(answer).hasSizeLessThan(300_000);
    }

    @Test
    void theUnexpectedIsAnInternalErrorAndTellsNothing() {
        ValidatableResponse answer = given().get("/probe/fail/bug").then();

        problem(answer, 500, "internal-error").body(not(containsString("secret")));
    }

    @Test
    void theUnexpectedIsLoggedOnceUnderItsCorrelationId() {
        try (LogWatch log = new LogWatch("com.zenithcapital.platform.problem")) {
            given().header("X-Correlation-Id", "seen-in-log").get("/probe/fail/bug");

            assertThat(log.records()).singleElement().satisfies(record -> {
                assertThat(record.getMdc("correlationId")).isEqualTo("seen-in-log");
                assertThat(record.getThrown()).hasMessage("secret internals");
            });
        }
    }

    @Test
    void aRedirectThatIsThrownIsARedirect() {
        ValidatableResponse answer =
                given().redirects().follow(false).get("/probe/fail/redirect").then();

        answer.statusCode(301).header("Location", containsString("/elsewhere"));
    }

    @Test
    void jsonThatAServiceItselfCannotReadIsNotTheCallersFault() {
        ValidatableResponse answer = given().get("/probe/fail/own-json").then();

        problem(answer, 500, "internal-error");
    }

    @ParameterizedTest
    @CsvSource({"pool", "database", "broker"})
    void aPartThatIsAwayIsUnavailableAndWorthAnotherTry(String how) {
        ValidatableResponse answer = given().get("/probe/fail/" + how).then();

        problem(answer, 503, "unavailable").header("Retry-After", "5").body(not(containsString("secret")));
    }

    @Test
    void everyInvalidFieldOfABodyIsNamedByItsJsonPointer() {
        String body = """
                {"title":"far too long a title","tags":["a"," ","c","d"],"items":[{"name":"ok","count":1},{"name":"","count":2}]}""";

        ValidatableResponse answer = post(body);

        problem(answer, 400, "invalid-request")
                .body("errors.pointer", contains("/items/1/name", "/tags", "/tags/1", "/title"))
                .body("errors.find { it.pointer == '/title' }.detail", containsString("10"));
    }

    @Test
    void anInvalidParameterIsNamedByItsKindAndName() {
        ValidatableResponse answer = given().queryParam("depth", 6)
                .header("X-Size", "large")
                .get("/probe/limited")
                .then();

        problem(answer, 400, "invalid-request").body("errors.pointer", contains("header:X-Size", "query:depth"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title':'a','tags':[],'items':[],'colour':'BLUE'} | /colour | one of RED, GREEN",
                "{'title':'a','tags':[],'items':[],'dueAt':'tomorrow'} | /dueAt | a time such as",
                "{'title':'a','tags':[],'items':[],'customer':'me'} | /customer | a UUID",
                "{'title':'a','tags':[],'items':[{'name':'n','count':'5'}]} | /items/0/count | a number",
                "{'title':'a','tags':[],'items':[{'name':'n','count':null}]} | /items/0/count | a number",
                "{'title':'a','tags':'x','items':[]} | /tags | an array",
                "{'title':['a'],'tags':[],'items':[]} | /title | a string",
                "{'title':'a','tags':[],'items':[],'colour':1} | /colour | one of",
                "{'title':'a','tags':[],'items':[],'c/o~l':1} | /c~1o~0l | c/o~l is not a field",
                "{'title':'a','tags':[],'items':[{'name':'n','count':1.5}]} | /items/0/count | a number",
                "{'title':'a','tags':[],'items':[{'name':'n','count':99999999999}]} | /items/0/count | too large",
                "[] | '' | an object"
            })
    void aFieldOfAWrongKindIsNamedWithWhatItMustBe(String body, String pointer, String detail) {
        ValidatableResponse answer = post(body.replace('\'', '"'));

        problem(answer, 400, "invalid-request")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail))
                .body("errors[0].detail", containsString("line 1, column"))
                .body(not(containsString("zenithcapital")))
                .body(not(containsString("java.")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title': | line 1",
                "{'items':[{'name':'x | line 1",
                "{'title':'a'}} | line 1",
                "nonsense | line 1"
            })
    void aBodyThatIsNoJsonSaysWhere(String body, String place) {
        ValidatableResponse answer = post(body.replace('\'', '"'));

        problem(answer, 400, "malformed-json").body("detail", containsString(place));
    }

    @Test
    void anEmptyBodyIsRefused() {
        ValidatableResponse answer = post("");

        problem(answer, 400, "invalid-request").body("errors[0].pointer", is(""));
    }

    @Test
    void anIdThatIsNoneIsInvalidAndNotUnknown() {
        ValidatableResponse answer = given().get("/probe/things/42").then();

        problem(answer, 400, "invalid-request").body("errors[0].pointer", is("path:id"));
    }

    @Test
    void aQueryParameterOfAWrongFormIsNamed() {
        ValidatableResponse answer = given().queryParam("since", "yesterday")
                .get("/probe/things/018f3e9c-0000-7000-8000-000000000000")
                .then();

        problem(answer, 400, "invalid-request").body("errors[0].pointer", is("query:since"));
    }

    @ParameterizedTest
    @CsvSource({"0", "101", "+5", "1.5", "x", "99999999999"})
    void aLimitOutOfBoundsIsRefusedAndNotClamped(String limit) {
        ValidatableResponse answer =
                given().queryParam("limit", limit).get("/probe/limited").then();

        problem(answer, 400, "invalid-request").body("errors[0].pointer", is("query:limit"));
    }

    @Test
    void garbageIsNoCursor() {
        ValidatableResponse answer =
                given().queryParam("cursor", "garbage").get("/probe/limited").then();

        problem(answer, 400, "invalid-cursor");
    }

    @Test
    void aMethodThatIsNotTakenIsNotAllowed() {
        ValidatableResponse answer = given().delete("/probe/orders").then();

        problem(answer, 405, "method-not-allowed");
    }

    @Test
    void aTypeThatIsNotTakenIsUnsupported() {
        ValidatableResponse answer = given().contentType("text/csv")
                .body("a;b")
                .post("/probe/orders")
                .then();

        problem(answer, 415, "unsupported-media-type");
    }

    @Test
    void aTypeThatIsNotGivenIsNotAcceptable() {
        ValidatableResponse answer =
                given().accept("image/png").get("/probe/limited").then();

        problem(answer, 406, "not-acceptable");
    }

    @Test
    void aHeadRequestHasTheStatusAndNoBody() {
        ValidatableResponse answer = given().head("/probe/things/42").then();

        answer.statusCode(400).body(equalTo(""));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/probe/orders")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:" + slug))
                .body("status", is(status));
    }
}
