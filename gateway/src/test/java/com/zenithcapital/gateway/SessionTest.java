package com.zenithcapital.gateway;

import static com.zenithcapital.gateway.SessionCookie.browser;
import static com.zenithcapital.gateway.SessionCookie.csrfToken;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session is to whom, and when it is over. Signing in is tried with Keycloak, in the system tests. */
@GatewayTest
class SessionTest {

    private static final String OWN = "https://www.zenith.example";
    private static final String FOREIGN = "https://evil.example";

    private final String id = UUID.randomUUID().toString();

    // ---- who is there

    @Test
    void aVisitorIsToldToBeNobody() {
        // When
        ValidatableResponse answer = given().when().get("/api/v1/session").then();

        // Then
        answer.statusCode(200)
                .header("Cache-Control", is("no-store"))
                .header("Set-Cookie", nullValue())
                .body("authenticated", is(false))
                .body("user", nullValue())
                .body("roles", empty())
                .body("csrfToken", nullValue());
    }

    @Test
    void whoHasASessionIsToldWhoTheyAreAndGetsACsrfToken() {
        // Given
        SessionCookie session = SessionCookie.of("max", id, "analyst", "reader", "offline_access");

        // When
        ValidatableResponse answer =
                browser(session).when().get("/api/v1/session").then();

        // Then
        answer.statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("authenticated", is(true))
                .body("user.id", is(Tokens.idOf("max")))
                .body("user.name", is("Max Example"))
                .body("roles", containsInAnyOrder("analyst", "reader"))
                .body("csrfToken", notNullValue());
    }

    @Test
    void aCallerWithATokenIsToldTheSameAndNeedsNoCsrfToken() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("ana", "analyst"))
                .when()
                .get("/api/v1/session")
                .then();

        // Then
        answer.statusCode(200)
                .body("authenticated", is(true))
                .body("user.id", is(Tokens.idOf("ana")))
                .body("roles", contains("analyst"))
                .body("csrfToken", nullValue());
    }

    // ---- what a service sees of it

    @Test
    void aServiceSeesTheAccessTokenAndNeverTheCookie() {
        // Given
        SessionCookie session = SessionCookie.of("ana", id, "analyst");

        // When
        ValidatableResponse answer =
                browser(session).when().get("/api/v1/admin/models").then();

        // Then
        answer.statusCode(200)
                .header("Cache-Control", is("private, no-cache"))
                .body("headers.authorization", contains("Bearer " + session.accessToken()))
                .body("headers.cookie", nullValue());
    }

    @Test
    void itIsShownWhereNoneIsNeededToo() {
        // Given
        SessionCookie session = SessionCookie.of("rhea", id, "reader");

        // When
        ValidatableResponse answer =
                browser(session).when().get("/api/v1/insights").then();

        // Then
        answer.statusCode(200).body("headers.authorization", contains("Bearer " + session.accessToken()));
    }

    @Test
    void besideATokenTheCookieDoesNotCount() {
        // Given
        String token = Tokens.of("rhea", "reader");

        // When
        ValidatableResponse answer = browser(SessionCookie.of("ana", id, "analyst"))
                .auth()
                .oauth2(token)
                .header("Origin", FOREIGN)
                .when()
                .post("/api/v1/admin/models")
                .then();

        // Then
        answer.statusCode(200)
                .body("headers.authorization", contains("Bearer " + token))
                .body("headers.cookie", nullValue());
    }

    @Test
    void besideABadTokenItDoesNotHelp() {
        // When
        ValidatableResponse answer = browser(SessionCookie.of("ana", id, "analyst"))
                .header("Authorization", "Bearer not-a-token")
                .when()
                .get("/api/v1/admin/models")
                .then();

        // Then
        answer.statusCode(401).header("WWW-Authenticate", is("Bearer error=\"invalid_token\""));
    }

    // ---- sessions that are over

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/admin/models", "/api/v1/models/rivian/versions/1/content"})
    void anExpiredSessionIs401AndNoRedirect(String path) {
        // When
        ValidatableResponse answer = browser(SessionCookie.expired("ana", "analyst"))
                .header("Accept", "text/html")
                .when()
                .get(path)
                .then();

        // Then
        answer.statusCode(401)
                .header("Location", nullValue())
                .contentType("application/problem+json")
                .body("type", is("urn:zenith:problem:unauthenticated"))
                .header("Set-Cookie", containsString(SessionCookie.NAME + "=; Max-Age=0;"));
    }

    @Test
    void itsBearerReadsOnAsAVisitor() {
        // When
        ValidatableResponse answer = browser(SessionCookie.expired("ana", "analyst"))
                .when()
                .get("/api/v1/insights")
                .then();

        // Then
        answer.statusCode(200)
                .body("headers.authorization", nullValue())
                .header("Set-Cookie", containsString(SessionCookie.NAME + "=; Max-Age=0;"));
    }

    @Test
    void aSessionEndsAfterTheLongestTimeThoughItsTokensAreFresh() {
        // Given
        Instant signedInAt = Instant.now().minus(Duration.ofHours(11));

        // When
        ValidatableResponse answer = browser(SessionCookie.of("ana", id, signedInAt, "analyst"))
                .when()
                .get("/api/v1/admin/models")
                .then();

        // Then
        answer.statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q_session_session=forged", "q_session_session=", "q_session=a", "q_session_other=a.b.c.d.e"})
    void aCookieOfSomebodysOwnMakingIsNoSession(String cookie) {
        // When
        ValidatableResponse answer = given().redirects()
                .follow(false)
                .header("Cookie", cookie)
                .when()
                .get("/api/v1/admin/models")
                .then();

        // Then
        answer.statusCode(401).header("Location", nullValue());
    }

    @Test
    void whoSignsOutIsOutAndTheCookieIsOfNoUseToAnybody() {
        // Given
        SessionCookie session = SessionCookie.of("ana", id, "analyst");

        // When
        ValidatableResponse answer = browser(session)
                .header("Origin", OWN)
                .header("X-CSRF-Token", csrfToken(session))
                .when()
                .post("/api/v1/logout")
                .then();

        // Then
        answer.statusCode(204).header("Set-Cookie", containsString(SessionCookie.NAME + "=; Max-Age=0;"));
        for (int times = 0; times < 2; times++) {
            browser(session).when().get("/api/v1/admin/models").then().statusCode(401);
            browser(session).when().get("/api/v1/session").then().body("authenticated", is(false));
        }
    }

    @Test
    void whoIsNotSignedInSignsOutAsWell() {
        given().when().post("/api/v1/logout").then().statusCode(204).header("Cache-Control", is("no-store"));
    }
}
