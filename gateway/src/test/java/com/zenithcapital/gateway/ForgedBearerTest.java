package com.zenithcapital.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.gateway.upstream.Upstream;
import com.zenithcapital.platform.testing.ForgedTokens;
import com.zenithcapital.platform.testing.ForgedTokens.Forged;
import com.zenithcapital.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is passed off as a token: it is a bad token, and no service sees it. */
@GatewayTest
@SuppressWarnings("NullAway.Init") // the resource fills the field
class ForgedBearerTest {

    private final String id = UUID.randomUUID().toString();

    Upstream upstream;

    static List<Forged> forgedTokens() {
        return ForgedTokens.all();
    }

    @ParameterizedTest
    @MethodSource("forgedTokens")
    void noForgedTokenPasses(Forged forged) {
        // When
        ValidatableResponse answer = given().header("X-Correlation-Id", id)
                .header("Authorization", "Bearer " + forged.token())
                .when()
                .get("/api/v1/admin/audit")
                .then();

        // Then
        answer.statusCode(401)
                .header("WWW-Authenticate", is("Bearer error=\"invalid_token\""))
                .body("type", is("urn:zenith:problem:unauthenticated"));
        assertThat(upstream.seen(id)).isNull();
    }

    @Test
    void theTokenThatTheyImitatePasses() {
        // When
        ValidatableResponse answer = given().header("X-Correlation-Id", id)
                .header("Authorization", "Bearer " + Tokens.of("max", "reader", "analyst", "editor", "admin"))
                .when()
                .get("/api/v1/admin/audit")
                .then();

        // Then
        answer.statusCode(200);
        assertThat(upstream.seen(id)).isNotNull();
    }
}
