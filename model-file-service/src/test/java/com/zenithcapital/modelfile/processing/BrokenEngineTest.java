package com.zenithcapital.modelfile.processing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An engine that is there and does not run: a JVM whose options it does not know, say. */
@QuarkusTest
@TestProfile(BrokenEngineTest.Broken.class)
class BrokenEngineTest {

    /** The application with such an engine. */
    public static final class Broken implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zenith.model-files.workbook.command", "/bin/sh,--no-such-option");
        }
    }

    @TestHTTPResource(value = "/", management = true)
    URI management = URI.create("http://set.by.quarkus");

    @Test
    void theInstanceIsNotReadyAndSaysWhy() {
        await().until(() ->
                given().get(management.resolve("/q/health/ready")).asString().contains("exit code"));

        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'engine' }.status", is("DOWN"))
                .body(
                        "checks.find { it.name == 'engine' }.data.reason",
                        containsString("zenith.model-files.workbook.command does not run"));
        given().get(management.resolve("/q/health/live")).then().statusCode(200);
    }
}
