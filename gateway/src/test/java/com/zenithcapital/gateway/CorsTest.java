package com.zenithcapital.gateway;

import static com.zenithcapital.gateway.ProxiedGateway.OTHER_SITE;
import static com.zenithcapital.gateway.ProxiedGateway.SITE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.gateway.upstream.Upstream;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose pages may read answers. */
@GatewayTest
@TestProfile(ProxiedGateway.class)
@SuppressWarnings("NullAway.Init") // the resource fills the field
class CorsTest {

    private static final String ALLOW = "Access-Control-Allow-Origin";

    private final String id = UUID.randomUUID().toString();

    Upstream upstream;

    @ParameterizedTest
    @ValueSource(strings = {SITE, OTHER_SITE})
    void aConfiguredSiteReads(String site) {
        // When
        Response answer = given().header("Origin", site).when().get("/api/v1/models");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().getValues(ALLOW)).containsExactly(site);
        assertThat(answer.headers().getValues("Vary")).containsExactly("Origin");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "X-Correlation-Id", "Retry-After");
        assertThat(answer.headers().getValues("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/nothing, 404", "/api/v1/admin/models, 401", "/api/v1/models;x, 400"})
    void aConfiguredSiteReadsRefusalsToo(String path, int status) {
        // When
        Response answer = given().header("Origin", SITE).when().get(path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().getValues(ALLOW)).containsExactly(SITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.zenith.example.evil.example",
                "https://evil.www.zenith.example",
                "http://www.zenith.example",
                "https://www.zenith.example:8443",
                "https://www.zenith.example/",
                "HTTPS://WWW.ZENITH.EXAMPLE",
                "http://localhost:3001",
                "null",
                "*",
            })
    void anotherSiteDoesNot(String site) {
        // When
        Response answer = given().header("Origin", site).when().get("/api/v1/models");

        // Then: it is answered, since a program may say what it likes; a browser keeps it from the page
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().getValues(ALLOW)).isEmpty();
        assertThat(answer.headers().getValues("Vary")).containsExactly("Origin");
    }

    @Test
    void whoAsksFromNowhereIsToldThatOthersAreAnsweredDifferently() {
        // When
        Response answer = given().when().get("/api/v1/models");

        // Then
        assertThat(answer.headers().getValues(ALLOW)).isEmpty();
        assertThat(answer.headers().getValues("Vary")).containsExactly("Origin");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/models",
        "PUT, /api/v1/admin/models/1",
        "POST, /api/v1/admin/models/1/versions",
        "PATCH, /api/v1/admin/uploads/1",
        "POST, /api/v1/admin/uploads",
    })
    void aBrowsersQuestionIsAnsweredHereAndWithoutAToken(String method, String path) {
        // When
        Response answer = preflight(SITE, method, path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().getValues(ALLOW)).containsExactly(SITE);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains(method);
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("Authorization", "Content-Type", "If-Match", "X-CSRF-Token", "Upload-Offset");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(answer.headers().getValues("Vary")).containsExactly("Origin");
        assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(upstream.seen(id)).isNull();
    }

    @Test
    void anotherSitesQuestionIsRefused() {
        // When
        Response answer = preflight("https://evil.example", "GET", "/api/v1/models");

        // Then
        answer.then().statusCode(403).body("type", is("urn:zenith:problem:forbidden"));
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control-"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "DELETE, /api/v1/models, 405",
        "TRACE, /api/v1/models, 405",
        "NO METHOD, /api/v1/models, 400",
        "GET, /api/v1/models;x, 400",
    })
    void whatIsNoRouteIsNotAllowedToAnybody(String method, String path, int status) {
        // When
        Response answer = preflight(SITE, method, path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().getValues("Access-Control-Allow-Methods")).isEmpty();
        assertThat(upstream.seen(id)).isNull();
    }

    @Test
    void theIntakeOfEventsAnswersItself() {
        // When
        Response answer = preflight("https://a-site-that-is-counted.example", "POST", "/api/v1/events");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(upstream.seen(id)).isNotNull();
        assertThat(answer.headers().getValues(ALLOW)).isEmpty();
    }

    @Test
    void whatAServiceSaysOfReadersIsNotSaidTwice() {
        // When
        Response answer = given().header("Origin", SITE).when().get("/api/v1/models/speaks-for-itself");

        // Then
        assertThat(answer.headers().getValues(ALLOW)).containsExactly("*");
        assertThat(answer.headers().getValues("Vary")).isEqualTo(List.of("accept-encoding, origin"));
    }

    @Test
    void optionsThatAreNoQuestionGoWhereTheyWent() {
        // When: tus, which asks what a server can do
        Response answer = given().header("X-Correlation-Id", id).when().options("/api/v1/admin/uploads");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void behindAProxyThatEndedTlsBrowsersAreKeptToIt() {
        // When
        Response answer = given().header("X-Forwarded-Proto", "https").when().get("/api/v1/models");

        // Then
        assertThat(answer.headers().getValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
    }

    @Test
    void behindAProxyWithoutTlsNothingIsSaidOfIt() {
        // When
        Response answer = given().header("X-Forwarded-Proto", "http").when().get("/api/v1/models");

        // Then
        assertThat(answer.headers().getValues("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void theTraceOfAProxyOfOursIsContinued() {
        // When
        Response answer = given().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .when()
                .get("/api/v1/models");

        // Then: whether it is sampled is not theirs to say
        assertThat(answer.<String>path("headers.traceparent[0]"))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .endsWith("-00");
    }

    private Response preflight(String origin, String method, String path) {
        return given().urlEncodingEnabled(false)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .header("X-Correlation-Id", id)
                .when()
                .options(path);
    }
}
