package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.stack.StackPlan;
import com.zenithcapital.system.InsightDesk.Insight;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ways around the checks, on the real stack: at the gateway, and straight at a service's port, as somebody inside would try.
 * What administrators alone may read is tried by nobody, by a reader and by an analyst, with forged tokens, and with real ones
 * of Keycloak's that were issued for something else.
 */
@ExtendWith(SharedZenith.class)
@TestInstance(Lifecycle.PER_CLASS)
class BypassIT {

    /** For administrators only, at each of the services. */
    private static final Map<String, String> SECRETS = Map.of(
            StackPlan.CONTENT_SERVICE,
            "/api/v1/admin/audit",
            StackPlan.MODEL_FILE_SERVICE,
            "/api/v1/admin/reconciliations",
            StackPlan.ANALYTICS_SERVICE,
            "/api/v1/admin/dead-letters");

    private static final List<String> CALLERS = List.of("nobody", "rhea", "ana");

    private final Zenith zenith;

    BypassIT(Zenith zenith) {
        this.zenith = zenith;
    }

    /** How the last three segments {@code /v1/admin/x} of a path may be written besides. */
    private static List<String> variants(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String upper = path.toUpperCase(Locale.ROOT);
        return List.of(
                path,
                path + ";",
                path + ";x=1",
                path + "%3Bx",
                "/api/v1/admin;x/" + name,
                "/api;x/v1/admin/" + name,
                "/;/api/v1/admin/" + name,
                "/api/v1/insights;/../admin/" + name,
                "/api/v1/insights/..;/admin/" + name,
                "/api/v1/models/..;/admin/" + name,
                "/api/v1/events/..;/admin/" + name,
                "/api/v1%2Fadmin%2F" + name,
                "/api/v1/admin%2f" + name,
                "/api/v1/admin%5C" + name,
                "/api/v1/admin\\" + name,
                "/api/v1/insights/../admin/" + name,
                "/api/v1/models/../admin/" + name,
                "/api/v1/events/../admin/" + name,
                "/api/v1/insights/%2e%2e/admin/" + name,
                "/api/v1/models/%2E%2E/admin/" + name,
                "/api/v1/events/.%2e/admin/" + name,
                "/api/v1/./admin/" + name,
                "/api/v1/insights/%252e%252e/admin/" + name,
                "//api/v1/admin/" + name,
                "/api/v1//admin/" + name,
                "/api/v1/admin//" + name,
                path + "//",
                upper,
                "/api/v1/Admin/" + name,
                path + ".",
                path + "/.",
                path + "/",
                path + ".json",
                path + "%20",
                path + "%00",
                path + "%00.js",
                path + "%0d%0aX-User-Roles:%20admin",
                "/api/v1/%61dmin/" + name,
                "/api/v1/insights%c0%af..%c0%afadmin/" + name,
                "/api/v1/insights/%c0%ae%c0%ae/admin/" + name,
                "/api/v1/admin%e0%80%af" + name,
                "/api/v1/admin%ef%bc%8f" + name,
                "/api/v1/%ef%bd%81dmin/" + name,
                "/api/v1/%u0061dmin/" + name,
                path + "?x=/../insights",
                "http://anywhere.example" + path,
                "HTTP://insights@anywhere.example" + path,
                "http://anywhere.example//api/v1/admin/" + name,
                "*",
                "api/v1/admin/" + name);
    }

    private Stream<Arguments> doorsAndSecrets() {
        return SECRETS.entrySet().stream()
                .flatMap(secret -> Stream.of(
                        Arguments.of("gateway", zenith.gateway(), secret.getValue()),
                        Arguments.of(
                                secret.getKey(), zenith.main(secret.getKey()).base(), secret.getValue())));
    }

    @ParameterizedTest(name = "{2} at {0}")
    @MethodSource("doorsAndSecrets")
    void anAdministratorGetsIn(String door, URI base, String path) {
        String ada = "Authorization: Bearer %s\r\n".formatted(zenith.token("ada"));

        assertThat(new RawHttp(base).statusOf("GET " + path + " HTTP/1.1", ada)).isEqualTo(200);
    }

    @ParameterizedTest(name = "{2} at {0}")
    @MethodSource("doorsAndSecrets")
    void noWritingOfItsPathLetsAnybodyElseIn(String door, URI base, String path) {
        RawHttp http = new RawHttp(base);
        List<String> passed = new ArrayList<>();
        for (String caller : CALLERS) {
            String authorization =
                    caller.equals("nobody") ? "" : "Authorization: Bearer %s\r\n".formatted(zenith.token(caller));
            for (String variant : variants(path)) {
                int status = http.statusOf("GET " + variant + " HTTP/1.1", authorization);
                if (status != 0 && (status < 400 || status >= 500)) {
                    passed.add("%s by %s: %d".formatted(variant, caller, status));
                }
            }
        }

        assertThat(passed).isEmpty();
    }

    @ParameterizedTest(name = "{2} at {0}")
    @MethodSource("doorsAndSecrets")
    void noHeaderMakesAReaderAnAdministrator(String door, URI base, String path) {
        RawHttp http = new RawHttp(base);
        String rhea = "Authorization: Bearer %s\r\n".formatted(zenith.token("rhea"));
        List<String> claims = List.of(
                "X-User-Id: max",
                "X-User-Roles: admin",
                "X_User_Roles: admin",
                "X-Remote-User: max",
                "Remote-User: max",
                "X-Forwarded-User: max",
                "X-Auth-Request-Groups: admin",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: localhost",
                "X_Forwarded_For: 127.0.0.1",
                "Forwarded: for=127.0.0.1",
                "X-Original-URL: /api/v1/insights",
                "X-Rewrite-URL: /api/v1/insights",
                "X-Original-Method: OPTIONS",
                "X-HTTP-Method-Override: OPTIONS",
                "X-HTTP-Method: OPTIONS",
                "X-Method-Override: OPTIONS",
                "X-Real-IP: 127.0.0.1",
                "Cookie: q_session=ada; roles=admin",
                "Proxy-Authorization: Bearer " + zenith.token("ada"),
                "Authorization: Bearer " + zenith.token("ada"),
                "Connection: close, Authorization");

        assertThat(claims)
                .allSatisfy(claim -> assertThat(http.statusOf("GET " + path + " HTTP/1.1", rhea + claim + "\r\n"))
                        .isBetween(400, 499));
        assertThat(claims.stream().filter(claim -> !claim.startsWith("Authorization")))
                .allSatisfy(claim -> assertThat(http.statusOf("GET " + path + " HTTP/1.1", claim + "\r\n"))
                        .isBetween(400, 499));
    }

    @ParameterizedTest(name = "{2} at {0}")
    @MethodSource("doorsAndSecrets")
    void noOtherMethodReadsIt(String door, URI base, String path) {
        RawHttp http = new RawHttp(base);
        String rhea = "Authorization: Bearer %s\r\n".formatted(zenith.token("rhea"));

        for (String method : List.of("HEAD", "OPTIONS", "POST", "TRACE", "get", "PROPFIND", "GET\t", "CONNECT")) {
            assertThat(http.statusOf(method + " " + path + " HTTP/1.1", rhea))
                    .as(method)
                    .satisfiesAnyOf(
                            status -> assertThat(status).isZero(),
                            // OPTIONS of a service says which methods there are, and no more.
                            status -> assertThat(status).isBetween(400, 499),
                            status -> assertThat(method + status).isIn("OPTIONS200", "OPTIONS204"));
        }
    }

    @Test
    void noDisguisedMethodDeletes() {
        // Given
        InsightDesk desk = InsightDesk.at(zenith);
        Insight insight = desk.published(InsightDesk.text());
        for (Api door : List.of(zenith.visitor(), zenith.main(StackPlan.CONTENT_SERVICE))) {
            for (String disguise : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
                // When
                Answer answer = door.as(zenith.token("max"))
                        .with(disguise, "DELETE")
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .send("POST", insight.path() + "?_method=DELETE", BodyPublishers.ofString("_method=DELETE"));

                // Then
                assertThat(answer.status()).as(answer.toString()).isEqualTo(405);
            }
        }
        zenith.visitor().get(insight.page()).expect(200);
    }

    private Stream<Arguments> doorsAndForgeries() {
        Map<String, String> forgeries = KeycloakForgeries.of(zenith);
        return doorsAndSecrets()
                .map(Arguments::get)
                .flatMap(door -> forgeries.entrySet().stream()
                        .map(forgery -> Arguments.of(forgery.getKey(), door[0], door[1], door[2], forgery.getValue())));
    }

    @ParameterizedTest(name = "{0}: {3} at {1}")
    @MethodSource("doorsAndForgeries")
    void noOtherTokenLetsAnybodyIn(String forgery, String door, URI base, String path, String token) {
        Answer answer = Api.at(base).as(token).get(path);

        answer.expectProblem(401, "unauthenticated");
    }
}
