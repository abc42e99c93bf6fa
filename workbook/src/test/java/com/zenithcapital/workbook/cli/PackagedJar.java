package com.zenithcapital.workbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jar as a process of its own with a small heap and nothing in its environment. */
record PackagedJar(Path directory) {

    record Answer(int exitCode, String out, String err) {

        /** The value of a text field of the outermost object, for which the order of fields is fixed. */
        String text(String field) throws IOException {
            try (JsonParser json = new JsonFactory().createParser(out)) {
                while (json.nextToken() != null) {
                    if (json.currentToken() == JsonToken.FIELD_NAME
                            && field.equals(json.currentName())
                            && json.getParsingContext().getParent().inRoot()) {
                        return json.nextTextValue();
                    }
                }
            }
            throw new AssertionError("no field " + field + " in " + out);
        }
    }

    Answer run(String heap, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "workbook.jar").toString()));
        command.addAll(List.of(arguments));
        File out = directory.resolve("out").toFile();
        File err = directory.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().clear();
        Process process = builder.start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ends within two minutes").isTrue();
        return new Answer(
                process.exitValue(),
                Files.readString(out.toPath(), StandardCharsets.UTF_8),
                Files.readString(err.toPath(), StandardCharsets.UTF_8));
    }

    String write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content).toString();
    }
}
