package com.zenithcapital.platform.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.platform.testing.ForgedTokens;
import com.zenithcapital.platform.testing.ForgedTokens.Forged;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is passed off as a token, straight at a service: what the platform configures, holds for each of them. */
@QuarkusTest
class ForgedTokensTest {

    /** Quarkus stumbles over it before it looks at it, and answers 500; the gateway refuses it before it comes so far. */
    private static final String NOTHING = "..";

    static List<Forged> forgedTokens() {
        return ForgedTokens.all().stream()
                .filter(forged -> !forged.token().equals(NOTHING))
                .toList();
    }

    @Test
    void aTokenOfNothingDoesNotPass() {
        ValidatableResponse answer = given().header("Authorization", "Bearer " + NOTHING)
                .when()
                .get("/probe/me")
                .then();

        answer.statusCode(anyOf(is(401), is(500)));
    }

    @ParameterizedTest
    @MethodSource("forgedTokens")
    void noForgedTokenPasses(Forged forged) {
        ValidatableResponse answer = given().header("Authorization", "Bearer " + forged.token())
                .when()
                .get("/probe/me")
                .then();

        answer.statusCode(401)
                .header("WWW-Authenticate", is("Bearer error=\"invalid_token\""))
                .body("type", is("urn:zenith:problem:unauthenticated"));
    }

    @Test
    void theTokenThatTheyImitatePasses() {
        ValidatableResponse answer = given().header(
                        "Authorization", "Bearer " + Tokens.of("max", "reader", "analyst", "editor", "admin"))
                .when()
                .get("/probe/me")
                .then();

        answer.statusCode(200);
    }
}
