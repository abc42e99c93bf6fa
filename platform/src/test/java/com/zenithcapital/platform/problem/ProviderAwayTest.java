package com.zenithcapital.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that started while the identity provider was away. */
@QuarkusTest
@TestProfile(ProviderAwayTest.ProviderAway.class)
class ProviderAwayTest {

    public static final class ProviderAway implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(PostgresResource.class),
                    new TestResourceEntry(KafkaResource.class),
                    new TestResourceEntry(TokenResource.class, Map.of("away", "true")));
        }
    }

    @Test
    void aTokenThatCannotBeCheckedIsNoFaultOfItsBearer() {
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.of("ana", "analyst"))
                .get("/probe/me")
                .then();

        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", is("urn:zenith:problem:unavailable"));
    }

    @Test
    void whatNeedsNoTokenIsAnswered() {
        ValidatableResponse answer = given().get("/probe/anyone").then();

        answer.statusCode(200);
    }
}
