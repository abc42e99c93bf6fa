package com.zenithcapital.analytics.query;

import static io.restassured.RestAssured.given;

import com.zenithcapital.platform.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** An administrator who asks. */
final class Asking {

    static final String ANALYTICS = "/api/v1/admin/analytics/";

    private Asking() {}

    /** @param question such as {@code summary?zone=UTC}, encoded */
    static ValidatableResponse ask(String question) {
        return askAs("admin", question);
    }

    static ValidatableResponse askAs(String role, String question) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Tokens.of("ada", role))
                .get(ANALYTICS + question)
                .then();
    }

    static JsonPath answer(String question) {
        return ask(question).statusCode(200).extract().jsonPath();
    }
}
