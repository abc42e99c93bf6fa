package com.zenithcapital.gateway;

import static com.zenithcapital.gateway.SessionCookie.browser;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.platform.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in as far as the redirect, and the provider's word that a session ended; with Keycloak in the system tests. */
@GatewayTest
class SignInTest {

    private final String id = UUID.randomUUID().toString();

    // ---- signing in, as far as the redirect

    @Test
    void theSignInPageSendsTheBrowserToTheProviderWithAProofKey() {
        // When
        Response answer = given().redirects().follow(false).when().get("/api/v1/login?returnTo=/insights");

        // Then
        answer.then().statusCode(302).header("Cache-Control", is("no-store"));
        assertThat(answer.header("Location"))
                .contains("/realms/zenith/auth?")
                .contains("response_type=code")
                .contains("client_id=zenith-gateway")
                .contains("code_challenge_method=S256")
                .contains("code_challenge=")
                .contains("nonce=")
                .contains("state=")
                .contains("max_age=36000")
                .contains("%2Fapi%2Fv1%2Flogin&");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("q_auth_session_")
                .contains("Secure")
                .contains("HTTPOnly")
                .contains("Path=/")
                .doesNotContain("Domain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https:evil.example", "/%5Cevil.example", "%2F%2Fevil.example", "%09/evil"})
    void itLeadsToNoOtherSite(String elsewhere) {
        // When
        ValidatableResponse answer = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .when()
                .get("/api/v1/login?returnTo=" + elsewhere)
                .then();

        // Then
        answer.statusCode(400).header("Location", nullValue()).body("type", is("urn:zenith:problem:invalid-request"));
    }

    @Test
    void whoIsSignedInGoesOnAtOnce() {
        // When
        ValidatableResponse answer = browser(SessionCookie.of("ana", id, "analyst"))
                .urlEncodingEnabled(false)
                .when()
                .get("/api/v1/login?returnTo=/models%3Ftag=energy")
                .then();

        // Then
        answer.statusCode(302).header("Location", is("/models?tag=energy"));
    }

    @Test
    void whoseSessionIsOverSignsInAgain() {
        // When
        ValidatableResponse answer = browser(SessionCookie.expired("ana", "analyst"))
                .when()
                .get("/api/v1/login")
                .then();

        // Then
        answer.statusCode(302).header("Location", containsString("/realms/zenith/auth?"));
    }

    @Test
    void aCodeWithoutTheCookieThatItWasAskedWithSignsNobodyIn() {
        // When
        ValidatableResponse answer = given().redirects()
                .follow(false)
                .when()
                .get("/api/v1/login?code=stolen&state=4711")
                .then();

        // Then: it begins anew
        answer.statusCode(302)
                .header("Location", containsString("/realms/zenith/auth?"))
                .header("Set-Cookie", not(containsString("q_session")));
    }

    // ---- the provider's word

    @ParameterizedTest
    @ValueSource(
            strings = {"", "logout_token=", "logout_token=a.b.c", "logout_token=a&logout_token=b", "logout_token=%"})
    void whatIsNoLogoutTokenEndsNothing(String form) {
        given().contentType("application/x-www-form-urlencoded")
                .body(form)
                .when()
                .post("/api/v1/logout/back-channel")
                .then()
                .statusCode(400)
                .body("type", is("urn:zenith:problem:invalid-logout-token"));
    }

    @Test
    void aTokenOfTheProvidersThatIsNoLogoutTokenEndsNothing() {
        given().contentType("application/x-www-form-urlencoded")
                .body("logout_token=" + Tokens.forAudience("zenith-gateway", "ana"))
                .when()
                .post("/api/v1/logout/back-channel")
                .then()
                .statusCode(400);
    }

    @Test
    void aLogoutTokenAsLongAsABookIsNotRead() {
        given().contentType("application/x-www-form-urlencoded")
                .body("logout_token=" + "a".repeat(20_000))
                .when()
                .post("/api/v1/logout/back-channel")
                .then()
                .statusCode(413);
    }
}
