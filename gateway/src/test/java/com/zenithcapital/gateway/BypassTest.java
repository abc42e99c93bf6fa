package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.zenithcapital.gateway.upstream.RawConnection;
import com.zenithcapital.gateway.upstream.Upstream;
import com.zenithcapital.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways around the checks that have worked elsewhere. None leads to a service here. */
@GatewayTest
@SuppressWarnings("NullAway.Init") // the resource fills the field
class BypassTest {

    /** Another writing of an administrators' path: not one of ours to anybody, whoever asks. */
    private static final List<String> PATHS = List.of(
            // Path parameters, which some servers cut off and others do not.
            "/api/v1/admin/audit;",
            "/api/v1/admin/audit;x",
            "/api/v1/admin/audit;x=1",
            "/api/v1/admin;x/audit",
            "/api/v1;/admin/audit",
            "/;/api/v1/admin/audit",
            "/api/v1/insights;/../admin/audit",
            "/api/v1/insights/..;/admin/audit",
            "/api/v1/insights/;/../../admin/audit",
            "/api/v1/admin/audit%3B",
            "/api/v1/admin/audit%3bx",
            "/api/v1/admin%3Bx/audit",
            // Slashes that are none yet.
            "/api/v1%2Fadmin%2Faudit",
            "/api/v1/admin%2faudit",
            "/api/v1/insights%2F..%2Fadmin%2Faudit",
            "/api/v1/admin/audit%2F",
            "/%2Fapi/v1/admin/audit",
            "/api/v1/admin%5Caudit",
            "/api/v1/insights%5C..%5Cadmin%5Caudit",
            "/api/v1/admin\\audit",
            "/api\\v1\\admin\\audit",
            // Dot segments.
            "/api/v1/insights/../admin/audit",
            "/api/v1/./admin/audit",
            "/api/v1/admin/./audit",
            "/api/v1/admin/audit/.",
            "/api/v1/admin/audit/..",
            "/api/v1/admin/x/../audit",
            "/../api/v1/admin/audit",
            "/api/v1/insights/%2e%2e/admin/audit",
            "/api/v1/insights/.%2e/admin/audit",
            "/api/v1/insights/%2E./admin/audit",
            "/api/v1/%2e/admin/audit",
            "/api/v1/insights/%252e%252e/admin/audit",
            "/api/v1/insights/%25%32%65%25%32%65/admin/audit",
            // Empty segments.
            "//api/v1/admin/audit",
            "/api//v1/admin/audit",
            "/api/v1//admin/audit",
            "/api/v1/admin//audit",
            "/api/v1/admin/audit//",
            "///api/v1/admin/audit",
            // Another case, another end.
            "/API/V1/ADMIN/AUDIT",
            "/api/v1/Admin/audit",
            "/api/v1/admin/Audit",
            "/Api/v1/admin/audit",
            "/api/v1/admin/audit.",
            "/api/v1/admin./audit",
            "/api/v1/admin/audit/",
            "/api/v1/admin/audit.json",
            "/api/v1/admin/audit%20",
            "/api/v1/admin/audit%00",
            "/api/v1/admin/audit%00.json",
            "/api/v1/admin/audit%09",
            "/api/v1/admin/audit%0a",
            "/api/v1/admin/audit%0d%0aX-User-Roles:%20admin",
            "/api/v1/admin/audit%3f",
            "/api/v1/admin/audit%23",
            "/api/v1/admin/audit#",
            "/api/v1/admin/audit*",
            "/api/v1/*/audit",
            "/api/v1/admin/audit~",
            // UTF-8 that is longer than it may be, and letters that look alike.
            "/api/v1/insights/%c0%ae%c0%ae/admin/audit",
            "/api/v1/insights%c0%af..%c0%afadmin/audit",
            "/api/v1/admin%c0%afaudit",
            "/api/v1/admin%e0%80%afaudit",
            "/api/v1/admin%f0%80%80%afaudit",
            "/api/v1/admin%c1%9caudit",
            "/api/v1/%c1%a1dmin/audit",
            "/api/v1/admin%ef%bc%8faudit",
            "/api/v1/insights/%ef%bc%8e%ef%bc%8e/admin/audit",
            "/api/v1/%ef%bd%81dmin/audit",
            "/api/v1/adm%c4%b1n/audit",
            "/api/v1/%u0061dmin/audit",
            "/api/v1/admin/aud\u00efit",
            "/api/v1/admin/audit%",
            "/api/v1/admin/audit%2",
            "/api/v1/admin/audit%zz",
            // Targets that are no path.
            "api/v1/admin/audit",
            "*",
            "http:/api/v1/admin/audit",
            "http:///api/v1/../v1/admin/audit",
            "http://gateway//api/v1/admin/audit",
            "http://gateway/api/v1/insights/../admin/audit",
            "http://gateway\\api/v1/admin/audit",
            "ftp://gateway/api/v1/admin/audit",
            "file:///api/v1/admin/audit",
            "gateway:80/api/v1/admin/audit");

    /** The same path in other words: every reader of it means the same, and it is checked as itself. */
    private static final List<String> SAME = List.of(
            "/api/v1/admin/audit",
            "/api/v1/%61dmin/audit",
            "/%61%70%69/v1/admin/%61udit",
            "/api/v1/admin/audit?",
            "/api/v1/admin/audit?x=/../../insights",
            "/api/v1/admin/audit?_method=GET",
            "http://gateway/api/v1/admin/audit",
            "HTTP://gateway/api/v1/admin/audit",
            "https://gateway:443/api/v1/admin/audit",
            "http://insights@elsewhere.example/api/v1/admin/audit");

    private static final List<String> CALLERS = List.of("nobody", "reader", "analyst");

    private final String id = UUID.randomUUID().toString();

    Upstream upstream;

    static Stream<Arguments> pathsAndCallers() {
        return PATHS.stream().flatMap(path -> CALLERS.stream().map(caller -> Arguments.of(path, caller)));
    }

    static List<String> samePaths() {
        return SAME;
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("pathsAndCallers")
    void noOtherWritingOfAPathLeadsToAService(String path, String caller) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            connection.send(
                    head("GET " + path + " HTTP/1.1", authorization(caller)).getBytes(ISO_8859_1));

            // Then
            assertThat(connection.rest()).matches("(?s)HTTP/1\\.1 (400|401|404) .*");
            assertThat(upstream.seen(id)).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("samePaths")
    void theSamePathInOtherWordsNeedsATokenNoLess(String path) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            connection.send(head("GET " + path + " HTTP/1.1", "").getBytes(ISO_8859_1));

            // Then
            assertThat(connection.rest()).startsWith("HTTP/1.1 401 ");
            assertThat(upstream.seen(id)).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("samePaths")
    void whatTheServiceHearsIsThePathThatWasChecked(String path) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            connection.send(
                    head("GET " + path + " HTTP/1.1", authorization("reader")).getBytes(ISO_8859_1));

            // Then: with the token, which the service verifies again
            String target = path.replaceFirst("(?i)^https?://[^/]*", "");
            assertThat(connection.rest())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\"uri\":\"" + target + "\"", "\"authorization\":[\"Bearer ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/admin/audit",
                "GET /api/v1/admin/audit HTTP/0.9",
                "GET /api/v1/admin/audit HTTP/1.0",
                "GET /api/v1/admin/audit HTTP/2.0",
                "GET /api/v1/admin/audit HTTP/1.1 HTTP/1.1",
                "GET  /api/v1/admin/audit HTTP/1.1",
                "GET\t/api/v1/admin/audit\tHTTP/1.1",
                "get /api/v1/admin/audit HTTP/1.1",
                "GET%20 /api/v1/admin/audit HTTP/1.1",
                "HEAD /api/v1/admin/audit HTTP/1.1",
                "OPTIONS /api/v1/admin/audit HTTP/1.1",
                "TRACE /api/v1/admin/audit HTTP/1.1",
                "PROPFIND /api/v1/admin/audit HTTP/1.1",
                "JEFF /api/v1/admin/audit HTTP/1.1",
                "CONNECT /api/v1/admin/audit HTTP/1.1",
                "GET /api/v1/insights /api/v1/admin/audit HTTP/1.1",
            })
    void noOddRequestLineOpensAnythingToNobody(String line) throws IOException {
        try (RawConnection connection = RawConnection.toGateway()) {
            // When
            connection.send(head(line, "").getBytes(ISO_8859_1));

            // Then
            assertThat(connection.rest()).doesNotContain("HTTP/1.1 2", "HTTP/1.0 2");
            assertThat(upstream.seen(id)).isNull();
        }
    }

    static Stream<Arguments> methodsInDisguise() {
        List<String> headers =
                List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X_HTTP_Method_Override");
        return headers.stream()
                .flatMap(header ->
                        Stream.of("DELETE", "PUT", "PATCH", "POST", "GET").map(method -> Arguments.of(header, method)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("methodsInDisguise")
    void aMethodIsWhatTheRequestLineSays(String header, String method) {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("ana", "analyst"))
                .header(header, method)
                .contentType("application/x-www-form-urlencoded")
                .body("_method=" + method)
                .when()
                .post("/api/v1/admin/insights?_method=" + method)
                .then();

        // Then
        answer.statusCode(200)
                .body("method", is("POST"))
                .body("headers.'" + header.toLowerCase(Locale.ROOT) + "'", nullValue());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("methodsInDisguise")
    void aMethodInDisguiseNeedsATokenNoLess(String header, String method) {
        // When: a path that takes a GET from anybody
        ValidatableResponse read = given().header(header, method)
                .when()
                .get("/api/v1/models/1?_method=" + method)
                .then();
        ValidatableResponse change = given().header(header, method)
                .when()
                .post("/api/v1/admin/insights/1?_method=" + method)
                .then();

        // Then
        read.statusCode(200).body("method", is("GET"));
        change.statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-User-Id: max",
                "X-User-Roles: admin",
                "X_User_Roles: admin",
                "x-user-anything: admin",
                "X-Remote-User: max",
                "Remote-User: max",
                "X-Auth-Request-User: max",
                "X-Forwarded-User: max",
                "X-Forwarded-For: 203.0.113.9",
                "X_Forwarded_For: 203.0.113.9",
                "X-Forwarded-Host: elsewhere.example",
                "X-Forwarded-Prefix: /api/v1/admin",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Uri: /api/v1/admin/audit",
                "X-Forwarded-Method: DELETE",
                "Forwarded: for=203.0.113.9;host=elsewhere.example",
                "X-Original-URL: /api/v1/admin/audit",
                "X_Original_URL: /api/v1/admin/audit",
                "X-Original-Host: elsewhere.example",
                "X-Rewrite-URL: /api/v1/admin/audit",
                "X-Host: elsewhere.example",
                "X-Real-IP: 203.0.113.9",
                "X-Client-IP: 203.0.113.9",
                "X-Cluster-Client-IP: 203.0.113.9",
                "True-Client-IP: 203.0.113.9",
                "CF-Connecting-IP: 203.0.113.9",
                "Proxy: http://elsewhere.example",
                "Proxy-Authorization: Bearer %s",
                "Cookie: q_session=%s",
                "Cookie: access_token=%s",
            })
    void whatAHeaderClaimsIsBelievedByNobodyAndHeardByNoService(String claim) throws IOException {
        // Given
        String line = claim.formatted(Tokens.of("max", "admin"));
        String name = claim.substring(0, claim.indexOf(':')).toLowerCase(Locale.ROOT);
        String value = line.substring(line.indexOf(':') + 2);
        try (RawConnection closed = RawConnection.toGateway();
                RawConnection open = RawConnection.toGateway()) {
            // When
            closed.send(head("GET /api/v1/admin/audit HTTP/1.1", line + "\n").getBytes(ISO_8859_1));
            String refused = closed.rest();
            open.send(head("GET /api/v1/models HTTP/1.1", line + "\n").getBytes(ISO_8859_1));
            String heard = open.rest();

            // Then
            assertThat(refused).startsWith("HTTP/1.1 401 ");
            assertThat(heard).startsWith("HTTP/1.1 200 ").contains("\"uri\":\"/api/v1/models\"");
            assertThat(heard).contains("\"x-forwarded-for\":[\"127.0.0.1\"]").doesNotContain(value);
            if (!name.equals("x-forwarded-for")) {
                assertThat(heard).doesNotContain("\"" + name + "\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?access_token=%s",
                "?bearer_token=%s",
                "?token=%s",
                "?Authorization=Bearer%%20%s",
            })
    void aTokenInAnAddressIsNone(String query) {
        // When
        ValidatableResponse answer = given().urlEncodingEnabled(false)
                .when()
                .get("/api/v1/admin/audit" + query.formatted(Tokens.of("max", "admin")))
                .then();

        // Then
        answer.statusCode(401);
    }

    @Test
    void whoHasTheTokenTakenForTheNextHopsIsNobodyToTheService() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("rhea", "reader"))
                .header("Connection", "close, Authorization, X-Forwarded-For, Host")
                .when()
                .get("/api/v1/admin/audit")
                .then();

        // Then: less is heard of such a caller, and never more
        answer.statusCode(200)
                .body("headers.authorization", nullValue())
                .body("headers.'x-forwarded-for'", hasItem("127.0.0.1"));
    }

    private String authorization(String caller) {
        return switch (caller) {
            case "reader" -> "Authorization: Bearer " + Tokens.of("rhea", "reader") + "\n";
            case "analyst" -> "Authorization: Bearer " + Tokens.of("ana", "analyst") + "\n";
            default -> "";
        };
    }

    private String head(String line, String headers) {
        return "%s\nHost: gateway\nX-Correlation-Id: %s\nConnection: close\n%s\n"
                .formatted(line, id, headers)
                .replace("\n", "\r\n");
    }
}
