package com.zenithcapital.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZenithTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "frobnicate", "--frobnicate", "up --port-base many", "up extra", "token", "down kafka"})
    void what_is_not_understood_is_answered_with_help_and_two(String line) {
        // When
        int exitCode = Zenith.run(line.isEmpty() ? new String[0] : line.split(" "));

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("Usage: zenith");
    }

    @Test
    void help_names_every_word() {
        // When
        int exitCode = Zenith.run("--help");

        // Then
        assertThat(exitCode).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("demo", "up", "down", "status", "logs", "token", "workbook", "test", "bench");
    }

    @Test
    void the_status_of_what_never_ran_is_told_for_programs_too(@TempDir Path home) {
        // When
        int exitCode = Zenith.run("status", "--json", "--home", home.toString());

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("\"parts\"")
                .containsSubsequence(
                        "\"name\" : \"gateway\"",
                        "\"url\" : \"http://127.0.0.1:8080\"",
                        "\"managementUrl\" : \"http://127.0.0.1:8090\"",
                        "\"port\" : 8080",
                        "\"pid\" : null",
                        "\"health\" : \"down\"");
    }

    @Test
    void without_a_stack_there_is_no_token_and_a_hint_why(@TempDir Path home) {
        // When
        int exitCode = Zenith.run("token", "ana", "--home", home.toString());

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("is the stack up?");
    }

    @Test
    void down_is_content_when_nothing_runs(@TempDir Path home) {
        assertThat(Zenith.run("down", "--home", home.toString())).isZero();
    }

    @Test
    void the_log_of_a_part_that_nobody_knows_is_not_looked_for(@TempDir Path home) {
        // When
        int exitCode = Zenith.run("logs", "redis", "--home", home.toString());

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("No part is called redis; there are [postgres");
    }
}
