package com.zenithcapital.platform.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CurrentUserTest {

    @Test
    void theCallerIsWhomTheTokenNames() {
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("ana", "analyst"))
                .get("/probe/me")
                .then();

        answer.statusCode(200)
                .body("id", is(Tokens.idOf("ana")))
                .body("name", is("Ana Example"))
                .body("mail", is("ana@zenith.example"))
                .body("editor", is(false));
    }

    @Test
    void aCallerWithTwoRolesHasBoth() {
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("max", "analyst", "editor"))
                .get("/probe/me")
                .then();

        answer.statusCode(200).body("editor", is(true));
    }

    @Test
    void aProviderThatTellsNoMailIsNoError() {
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.withoutMail("ana", "analyst"))
                .get("/probe/me")
                .then();

        answer.statusCode(200).body("mail", is("none"));
    }

    @Test
    void aTokenThatNamesNobodyIsNoSignIn() {
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.withoutSubject("ana", "analyst"))
                .get("/probe/me")
                .then();

        answer.statusCode(401).body("type", is("urn:zenith:problem:unauthenticated"));
    }

    @Test
    void whoBringsNoTokenIsAnonymous() {
        ValidatableResponse answer = given().get("/probe/anyone").then();

        answer.statusCode(200).body("anonymous", is(true));
    }
}
