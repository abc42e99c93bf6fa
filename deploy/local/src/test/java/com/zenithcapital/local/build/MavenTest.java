package com.zenithcapital.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @Test
    void of_a_build_that_goes_well_one_hears_the_modules_only() throws IOException {
        // Given
        Maven maven = saying(
                0, "[INFO] Building Zenith gateway 1.0.0-SNAPSHOT                 [7/9]", "[INFO] Copying 3 resources");

        // When
        int exitCode = run(maven);

        // Then
        assertThat(exitCode).isZero();
        assertThat(heard.toString(StandardCharsets.UTF_8)).isEqualTo("  [7/9] Zenith gateway\n");
        assertThat(maven.log()).content().contains("Copying 3 resources");
    }

    @Test
    void of_a_build_that_fails_one_hears_the_end_and_gets_the_exit_code() throws IOException {
        // Given
        Maven maven = saying(1, "[ERROR] COMPILATION ERROR");

        // When
        int exitCode = run(maven);

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(heard.toString(StandardCharsets.UTF_8)).contains("[ERROR] COMPILATION ERROR");
    }

    private int run(Maven maven) {
        return maven.runWatched(new PrintStream(heard, true, StandardCharsets.UTF_8), "package");
    }

    private Maven saying(int exitCode, String... lines) throws IOException {
        Path program = folder.resolve("mvn");
        Files.writeString(
                program, "#!/bin/sh\ncat <<'END'\n" + String.join("\n", lines) + "\nEND\nexit " + exitCode + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Maven(folder, folder.resolve("logs/build.log"), program.toString());
    }
}
