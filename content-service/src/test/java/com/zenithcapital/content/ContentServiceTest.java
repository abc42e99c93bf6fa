package com.zenithcapital.content;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as operators and the gateway find it. */
@QuarkusTest
class ContentServiceTest {

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void itMigratesItsOwnSchema() throws SQLException {
        // Given
        List<String> tables = new ArrayList<>();

        // When
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select table_schema || '.' || table_name from information_schema.tables"
                                + " where table_schema not in ('pg_catalog', 'information_schema')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }

        // Then
        assertThat(tables).contains("content.outbox", "content.inbox").allMatch(table -> table.startsWith("content."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started"})
    void itIsUpOnTheManagementPort(String path) {
        // When
        ValidatableResponse answer =
                given().port(managementPort).when().get(path).then();

        // Then
        answer.statusCode(200).body("status", is("UP"));
    }

    @Test
    void readinessAsksTheDatabase() {
        // When
        ValidatableResponse answer =
                given().port(managementPort).when().get("/q/health/ready").then();

        // Then
        answer.body("checks.name", hasItem(containsString("Database")));
    }

    @Test
    void metricsAreOnTheManagementPort() {
        // When
        ValidatableResponse answer =
                given().port(managementPort).when().get("/q/metrics").then();

        // Then
        answer.statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/nothing", "/q/health", "/q/health/live", "/q/metrics", "/q/openapi"})
    void everythingElseIsAProblemThatSaysNotFound(String path) {
        // When
        ValidatableResponse answer = given().when().get(path).then();

        // Then
        answer.statusCode(404)
                .contentType("application/problem+json")
                .header("X-Correlation-Id", matchesPattern("[A-Za-z0-9._-]{1,64}"))
                .body("type", is("urn:zenith:problem:not-found"))
                .body("instance", is(path));
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        // Given
        String token = Tokens.forAudience("another-api", "ana", "analyst");

        // When
        ValidatableResponse answer =
                given().auth().oauth2(token).when().get("/api/v1/nothing").then();

        // Then
        answer.statusCode(401).body("type", is("urn:zenith:problem:unauthenticated"));
    }
}
