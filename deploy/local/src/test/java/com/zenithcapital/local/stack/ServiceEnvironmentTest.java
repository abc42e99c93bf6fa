package com.zenithcapital.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.local.part.Installation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    @TempDir
    private Path home;

    @Test
    void a_service_is_told_where_its_parts_are() {
        // When
        Map<String, String> environment = environmentOf("model-file-service", StackPlan.at(home, 20_000));

        // Then
        assertThat(environment)
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:20025/zenith")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:20026")
                .containsEntry("QUARKUS_S3_ENDPOINT_OVERRIDE", "http://127.0.0.1:20022")
                .containsEntry("QUARKUS_MAILER_PORT", "20023")
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:20020/realms/zenith");
    }

    @Test
    void behind_proxies_it_is_told_the_proxies_ports() {
        // Given
        StackPlan plan = StackPlan.at(home, 20_000)
                .through("postgres", 30_001)
                .through("kafka", 30_002)
                .through("s3", 30_003)
                .through("mail", 30_004);

        // When
        Map<String, String> environment = environmentOf("model-file-service", plan);

        // Then
        assertThat(environment)
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:30001/zenith")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:30002")
                .containsEntry("QUARKUS_S3_ENDPOINT_OVERRIDE", "http://127.0.0.1:30003")
                .containsEntry("QUARKUS_MAILER_PORT", "30004");
    }

    @Test
    void the_gateway_gets_no_secret_of_any_store() {
        assertThat(environmentOf("gateway", StackPlan.at(home, 20_000)).keySet())
                .filteredOn(name -> name.contains("PASSWORD") || name.contains("SECRET"))
                .containsExactlyInAnyOrder("ZENITH_GATEWAY_SESSION_SECRET", "ZENITH_GATEWAY_SESSION_CLIENT_SECRET");
    }

    @Test
    void a_plan_s_setting_goes_before_the_usual_one() {
        // Given
        StackPlan plan = StackPlan.at(home, 20_000).with("gateway", "ZENITH_GATEWAY_CONTENT_URL", "http://elsewhere");

        // When, Then
        assertThat(environmentOf("gateway", plan)).containsEntry("ZENITH_GATEWAY_CONTENT_URL", "http://elsewhere");
    }

    @Test
    void a_comma_in_a_path_does_not_end_a_word_of_the_engine_s_command() {
        // When
        String command = new ServiceEnvironment(
                        StackPlan.at(home, 20_000), Secrets.of(new Installation(home)), Path.of("/a,b"))
                .of("model-file-service")
                .get("ZENITH_MODEL_FILES_WORKBOOK_COMMAND");

        // Then
        assertThat(command).endsWith(",-jar,/a\\,b/workbook/target/workbook.jar");
    }

    @Test
    void workbooks_are_looked_at_in_the_stack_s_own_folder_and_not_in_the_machine_s() {
        assertThat(environmentOf("model-file-service", StackPlan.at(home, 20_000)))
                .containsEntry(
                        "ZENITH_MODEL_FILES_WORKBOOK_DIRECTORY",
                        home.resolve("run").resolve("workbooks").toString());
    }

    @Test
    void a_part_that_nobody_knows_cannot_be_planned() {
        assertThatThrownBy(() -> StackPlan.at(home, 20_000).only("postgres", "redis"))
                .hasMessageStartingWith("No part is called redis; there are [analytics-service,");
        assertThatThrownBy(() -> StackPlan.at(home, 20_000).through("keycloak", 30_000))
                .hasMessageStartingWith("No part that can be behind a proxy is called keycloak");
    }

    private Map<String, String> environmentOf(String service, StackPlan plan) {
        return new ServiceEnvironment(plan, Secrets.of(new Installation(home)), Path.of("/zenith")).of(service);
    }
}
