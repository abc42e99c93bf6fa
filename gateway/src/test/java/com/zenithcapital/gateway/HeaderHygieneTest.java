package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.platform.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes from one side to the other besides bodies. */
@GatewayTest
class HeaderHygieneTest {

    @Test
    void whatACallerClaimsToBeDoesNotReachTheService() {
        // When
        ValidatableResponse answer = given().header("X-User-Id", "ada")
                .header("X-User-Roles", "admin")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/admin")
                .header("Forwarded", "for=10.0.0.1")
                .header("Cookie", "q_session=1")
                .header("Upgrade", "h2c")
                .header("Connection", "X-Secret, Upgrade")
                .header("X-Secret", "1")
                .header("Accept-Language", "de")
                .when()
                .get("/api/v1/models")
                .then();

        // Then
        answer.statusCode(200)
                .body("headers.'x-user-id'", nullValue())
                .body("headers.'x-user-roles'", nullValue())
                .body("headers.'x-forwarded-for'", contains("127.0.0.1"))
                .body("headers.'x-forwarded-prefix'", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.cookie", nullValue())
                .body("headers.upgrade", nullValue())
                .body("headers.connection", nullValue())
                .body("headers.'x-secret'", nullValue())
                .body("headers.'accept-language'", contains("de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "DELETE"})
    void aResumableUploadTakesItsMethodFromAHeader(String method) {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("ana", "analyst"))
                .header("X-HTTP-Method-Override", method)
                .when()
                .post("/api/v1/admin/uploads/7")
                .then();

        // Then
        answer.statusCode(200).body("method", is(method)).body("headers.'x-http-method-override'", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "GET", "patch", "PATCH, DELETE", ""})
    void aResumableUploadTakesNoOtherMethodFromAHeader(String method) {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("ana", "analyst"))
                .header("X-HTTP-Method-Override", method)
                .when()
                .post("/api/v1/admin/uploads/7")
                .then();

        // Then
        answer.statusCode(405).body("type", is("urn:zenith:problem:method-not-allowed"));
    }

    @Test
    void anOverriddenMethodOpensNothingToWhoIsNotSignedIn() {
        // When
        ValidatableResponse answer = given().header("X-HTTP-Method-Override", "DELETE")
                .when()
                .post("/api/v1/admin/uploads/7")
                .then();

        // Then
        answer.statusCode(401);
    }

    @Test
    void aMethodInAHeaderIsNoMethod() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("ana", "analyst"))
                .header("X-HTTP-Method-Override", "DELETE")
                .contentType("application/json")
                .body("{}")
                .when()
                .post("/api/v1/admin/models")
                .then();

        // Then
        answer.statusCode(200).body("method", is("POST")).body("headers.'x-http-method-override'", nullValue());
    }

    @Test
    void aCallerDoesNotDecideThatItsTraceIsSampled() {
        // When
        ValidatableResponse answer = given().header(
                        "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .header("baggage", "a=b")
                .when()
                .get("/api/v1/models")
                .then();

        // Then
        answer.statusCode(200)
                .body("headers.traceparent", contains(endsWith("-00")))
                .body("headers.baggage", nullValue());
    }

    @Test
    void theTraceOfACallerThatNobodyTrustsIsNotContinued() {
        // When
        ValidatableResponse answer = given().header(
                        "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .when()
                .get("/api/v1/models")
                .then();

        // Then: one of its own goes on
        answer.statusCode(200)
                .body("headers.traceparent", contains(not(containsString("4bf92f3577b34da6a3ce929d0e0e4736"))));
    }

    @Test
    void aCorrelationIdIsKeptForwardedAndAnsweredOnce() {
        // When
        Response answer = given().header("X-Correlation-Id", "my-id.1").when().get("/api/v1/models/hops");

        // Then
        assertThat(answer.headers().getValues("X-Correlation-Id")).containsExactly("my-id.1");
    }

    @Test
    void theServiceHearsTheSameCorrelationIdAsTheCaller() {
        // When
        Response answer =
                given().header("X-Correlation-Id", "not valid!").when().get("/api/v1/models");

        // Then
        assertThat(answer.headers().getValues("X-Correlation-Id"))
                .singleElement()
                .isNotEqualTo("not valid!")
                .isEqualTo(answer.path("headers.'x-correlation-id'[0]"));
    }

    @Test
    void anAnswerKeepsItsHeadersButThoseOfItsConnection() {
        // When
        ValidatableResponse answer = given().when().get("/api/v1/models/hops").then();

        // Then
        answer.statusCode(200)
                .header("ETag", is("\"a\""))
                .header("X-Hop", nullValue())
                .header("Keep-Alive", nullValue())
                .header("Connection", nullValue());
    }
}
