package com.zenithcapital.gateway;

import static com.zenithcapital.gateway.SessionCookie.browser;
import static com.zenithcapital.gateway.SessionCookie.csrfToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.gateway.upstream.Upstream;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session may be made to do by pages of other sites: nothing. */
@GatewayTest
@SuppressWarnings("NullAway.Init") // the resource fills the field
class ForgedRequestTest {

    private static final String OWN = "https://www.zenith.example";
    private static final String FOREIGN = "https://evil.example";

    private final String id = UUID.randomUUID().toString();

    Upstream upstream;

    // ---- forged requests

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Origin, Sec-Fetch-Site
                "-, -",
                "null, -",
                "https://evil.example, -",
                "https://www.zenith.example.evil.example, -",
                "http://www.zenith.example, -",
                "https://www.zenith.example, cross-site",
                "https://www.zenith.example, same-site",
                "https://evil.example, same-origin",
                "-, cross-site",
                "-, same-site",
                "-, none"
            })
    void aChangeFromElsewhereIsRefusedThoughItsTokenIsRight(String origin, String site) {
        // Given
        SessionCookie session = SessionCookie.of("ana", id, "analyst");
        RequestSpecification request =
                browser(session).header("X-CSRF-Token", csrfToken(session)).header("X-Correlation-Id", id);
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }

        // When
        ValidatableResponse answer = request.when().post("/api/v1/admin/models").then();

        // Then
        answer.statusCode(403).body("type", is("urn:zenith:problem:csrf"));
        assertThat(upstream.seen(id)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://www.zenith.example, -",
                "https://www.zenith.example, same-origin",
                "http://127.0.0.1:8080, -",
                "-, same-origin"
            })
    void aChangeFromAPageOfThisSiteWithTheTokenPasses(String origin, String site) {
        // Given
        SessionCookie session = SessionCookie.of("ana", id, "analyst");
        RequestSpecification request = browser(session).header("X-CSRF-Token", csrfToken(session));
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }

        // When
        ValidatableResponse answer = request.when().post("/api/v1/admin/models").then();

        // Then
        answer.statusCode(200)
                .body("headers.authorization", contains("Bearer " + session.accessToken()))
                .body("headers.'x-csrf-token'", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void withoutTheTokenNoChangePasses(String method) {
        // Given
        String path =
                switch (method) {
                    case "POST" -> "/api/v1/admin/models";
                    case "PUT" -> "/api/v1/admin/models/1";
                    default -> "/api/v1/admin/uploads/1";
                };

        // When
        ValidatableResponse answer = browser(SessionCookie.of("ana", id, "analyst"))
                .header("Origin", OWN)
                .when()
                .request(method, path)
                .then();

        // Then
        answer.statusCode(403).contentType("application/problem+json").body("type", is("urn:zenith:problem:csrf"));
    }

    @Test
    void norWithTheTokenOfAnotherSession() {
        // Given
        String others = csrfToken(SessionCookie.of("ana", id + "-another", "analyst"));

        // When
        ValidatableResponse answer = browser(SessionCookie.of("ana", id, "analyst"))
                .header("Origin", OWN)
                .header("X-CSRF-Token", others)
                .when()
                .post("/api/v1/admin/models")
                .then();

        // Then
        answer.statusCode(403);
    }

    @Test
    void norIsAnybodySignedOutFromElsewhere() {
        // Given
        SessionCookie session = SessionCookie.of("ana", id, "analyst");

        // When
        browser(session)
                .header("Origin", FOREIGN)
                .when()
                .post("/api/v1/logout")
                .then()
                .statusCode(403);

        // Then
        browser(session).when().get("/api/v1/session").then().body("authenticated", is(true));
    }

    @Test
    void aForgedUploadIsRefusedBeforeItsBodyIsRead() throws IOException {
        // Given
        try (RawConnection connection = RawConnection.toGateway()) {
            connection.send("""
                    POST /api/v1/admin/models/1/versions HTTP/1.1
                    Host: localhost
                    Cookie: %s
                    Origin: %s
                    Content-Length: 50000000

                    """.formatted(SessionCookie.of("ana", id, "analyst").header(), FOREIGN));

            // When
            String answer = connection.answer();

            // Then
            assertThat(answer).startsWith("http/1.1 403").contains("urn:zenith:problem:csrf");
        }
    }

    // ---- counting

    @Test
    void anEventFromAnotherPageIsCountedWithoutIdentity() {
        // When
        ValidatableResponse answer = browser(SessionCookie.of("ana", id, "analyst"))
                .header("Origin", FOREIGN)
                .when()
                .post("/api/v1/events")
                .then();

        // Then
        answer.statusCode(200)
                .body("headers.authorization", nullValue())
                .body("headers.cookie", nullValue())
                .body("headers.origin", contains(FOREIGN));
    }

    @Test
    void anEventFromAPageOfThisSiteIsTheSessionsAndNeedsNoToken() {
        // Given
        SessionCookie session = SessionCookie.of("ana", id, "analyst");

        // When
        ValidatableResponse answer = browser(session)
                .header("Origin", OWN)
                .when()
                .post("/api/v1/events")
                .then();

        // Then
        answer.statusCode(200).body("headers.authorization", hasItem("Bearer " + session.accessToken()));
    }
}
