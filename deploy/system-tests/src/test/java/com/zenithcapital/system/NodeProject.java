package com.zenithcapital.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A project of Node.js below {@code src/test/npm}, with what it depends on installed below {@code target}. */
record NodeProject(Path directory) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration INSTALLATION = Duration.ofMinutes(3);
    private static final Duration RUN = Duration.ofMinutes(3);

    /** Copies the project and has npm fetch what its {@code package.json} names, running no script of anybody's. */
    static NodeProject install(String name) {
        Path directory = Path.of("target", "npm", name).toAbsolutePath();
        try (Stream<Path> files = Files.list(Path.of("src", "test", "npm", name))) {
            Files.createDirectories(directory);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        NodeProject project = new NodeProject(directory);
        // Without a lock file: it would hold the addresses of the registry it was written with.
        project.execute(
                INSTALLATION,
                Map.of(),
                List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"));
        return project;
    }

    /** Runs a script to its end; what it printed. */
    JsonNode run(Map<String, String> environment, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        String output = execute(RUN, environment, command);
        try {
            return JSON.readTree(output);
        } catch (IOException e) {
            throw new AssertionError("%s printed no JSON: %s".formatted(script, output), e);
        }
    }

    private String execute(Duration atMost, Map<String, String> environment, List<String> command) {
        Path output = directory.resolve(command.getFirst() + ".out");
        Path errors = directory.resolve(command.getFirst() + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = start(builder);
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("%s still ran after %s".formatted(command, atMost));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        "%s ended with %d: %s".formatted(command, process.exitValue(), Files.readString(errors)));
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + command, e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    "This test needs '%s' on the PATH, and it cannot be started. Install Node.js 18 or later with npm ('apt install nodejs npm')."
                            .formatted(builder.command().getFirst()),
                    e);
        }
    }
}
