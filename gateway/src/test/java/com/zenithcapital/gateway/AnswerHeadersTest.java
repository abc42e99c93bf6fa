package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.platform.testing.Tokens;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says to browsers, whoever wrote it. */
@GatewayTest
class AnswerHeadersTest {

    private static final Map<String, String> STANDING = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/models, 200",
        "GET, /api/v1/models/refuses, 403",
        "GET, /api/v1/models/not-modified, 304",
        "GET, /api/v1/models/no-content, 204",
        "GET, /api/v1/models/dies, 503",
        "GET, /api/v1/nothing, 404",
        "GET, /api/v1/models;x, 400",
        "GET, /api/v1/admin/models, 401",
        "DELETE, /api/v1/models, 405",
        "OPTIONS, /api/v1/models, 405",
    })
    void everyAnswerIsClosedToBrowsers(String method, String path, int status) {
        // When
        Response answer = given().urlEncodingEnabled(false).when().request(method, path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        STANDING.forEach((name, value) ->
                assertThat(answer.headers().getValues(name)).as(name).containsExactly(value));
        assertThat(answer.headers().getValues("Permissions-Policy"))
                .singleElement()
                .asString()
                .contains("camera=()", "geolocation=()", "microphone=()", "payment=()");
        assertThat(answer.headers().getValues("X-Correlation-Id")).hasSize(1);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedNoLessClosed() {
        // When
        Response answer = given().auth()
                .oauth2(Tokens.of("ana", "analyst"))
                .body(new byte[1024 * 1024 + 1])
                .when()
                .put("/api/v1/admin/models/1");

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        STANDING.forEach((name, value) ->
                assertThat(answer.headers().getValues(name)).as(name).containsExactly(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/models HTTP/1.1\n\n", "GET api/v1/models HTTP/1.1\nHost: gateway\n\n"})
    void whatTheRouterItselfRefusesIsClosedToo(String request) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            String answer = connection.send(request).answer();

            // Then
            assertThat(answer)
                    .startsWith("http/1.1 400 ")
                    .contains("x-content-type-options: nosniff", "x-frame-options: deny", "x-correlation-id: ");
        }
    }

    @Test
    void whatAServiceSaysItselfStays() {
        // When
        Response answer = given().when().get("/api/v1/models/speaks-for-itself");

        // Then
        assertThat(answer.headers().getValues("Content-Security-Policy")).containsExactly("sandbox");
        assertThat(answer.headers().getValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(answer.headers().getValues("Referrer-Policy")).containsExactly("origin");
        assertThat(answer.headers().getValues("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
        assertThat(answer.headers().getValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void nothingTellsOfTheSoftwareBehind() {
        // When
        Response answer = given().when().get("/api/v1/models/speaks-for-itself");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().asList())
                .extracting(header -> header.getName().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("server", "x-powered-by");
    }

    @Test
    void withoutTlsNothingIsSaidOfTls() {
        // When: nobody is trusted here
        Response answer = given().header("X-Forwarded-Proto", "https").when().get("/api/v1/models");

        // Then
        assertThat(answer.headers().getValues("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void withoutConfigurationNoOtherSiteReads() {
        // When
        List<Response> answers = List.of(
                given().header("Origin", ProxiedGateway.SITE).when().get("/api/v1/models"),
                given().header("Origin", ProxiedGateway.SITE)
                        .header("Access-Control-Request-Method", "GET")
                        .when()
                        .options("/api/v1/models"));

        // Then
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.headers().asList())
                        .noneMatch(header -> header.getName().startsWith("Access-Control-")));
    }
}
