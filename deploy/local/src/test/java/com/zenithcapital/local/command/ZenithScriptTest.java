package com.zenithcapital.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.binaries.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script beside a launcher that is up to date, with JDKs and a Maven that only say what they were asked. */
class ZenithScriptTest {

    private static final String SAY_ARGUMENTS = "#!/bin/sh\nfor word in \"$@\"; do printf '<%s>' \"$word\"; done\n";

    @TempDir
    private Path folder;

    private Path tree;
    private Path tools;

    private record Answer(int exitCode, String text) {}

    @BeforeEach
    void copyScript() throws IOException {
        tree = Files.createDirectories(folder.resolve("a tree"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Repository.root().resolve("zenith"), tree.resolve("zenith"));
        for (String source : new String[] {
            "pom.xml",
            "deploy/local/pom.xml",
            "deploy/local/kafka/pom.xml",
            "deploy/local/s3/pom.xml",
            "deploy/local/src/main/Main.java",
            "deploy/local/target/zenith-local.jar"
        }) {
            Files.createDirectories(tree.resolve(source).getParent());
            Files.writeString(tree.resolve(source), "");
        }
        executable(tools.resolve("mvn"), SAY_ARGUMENTS);
        for (String tool : new String[] {"dirname", "readlink", "grep", "find", "head", "touch", "cat"}) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec '" + onPath(tool) + "' \"$@\"\n");
        }
    }

    @Test
    void it_hands_over_to_the_launcher_with_every_word_as_it_came() throws Exception {
        // Given
        Path jdk = jdk("jdk-25", "25.0.3");

        // When
        Answer answer = zenith(Map.of("JAVA_HOME", jdk.toString()), "workbook", "inspect", "my model.xlsx");

        // Then
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text())
                .contains("<-Dzenith.home=" + tree + ">")
                .endsWith("<-jar><" + tree.resolve("deploy/local/target/zenith-local.jar")
                        + "><workbook><inspect><my model.xlsx>");
    }

    @Test
    void an_older_jdk_in_java_home_is_passed_over_for_a_newer_one_elsewhere() throws Exception {
        // Given
        Path old = jdk("jdk-21", "21.0.1");
        jdk(".sdkman/candidates/java/25.0.1-tem", "25.0.1");

        // When
        Answer answer = zenith(Map.of("JAVA_HOME", old.toString()), "status");

        // Then
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text()).endsWith("<status>").doesNotContain(old.toString());
    }

    @Test
    void without_a_jdk_25_it_says_what_to_do_and_ends_with_two() throws Exception {
        // Given
        jdk("jdks/jdk-24", "24.0.2");
        jdk("jdks/jdk-250", "250.1");
        Files.delete(jdk("jdks/jre-25", "25.0.3").resolve("bin/javac"));

        // When
        Answer answer = zenith(Map.of(), "status");

        // Then
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text())
                .contains("Zenith needs a JDK 25 and found none")
                .contains("set JAVA_HOME");
    }

    @Test
    void without_maven_it_says_so_and_ends_with_two() throws Exception {
        // Given
        Path jdk = jdk("jdk-25", "25");
        Files.delete(tools.resolve("mvn"));

        // When
        Answer answer = zenith(Map.of("JAVA_HOME", jdk.toString()), "status");

        // Then
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text()).contains("Zenith needs Maven");
    }

    @Test
    void a_changed_source_makes_it_build_the_launcher_first() throws Exception {
        // Given
        Path jdk = jdk("jdk-25", "25.0.3");
        Path source = Files.writeString(tree.resolve("deploy/local/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        // When
        Answer answer = zenith(Map.of("JAVA_HOME", jdk.toString()), "status");

        // Then
        assertThat(answer.text())
                .contains("Building the launcher")
                .contains("<package>")
                .endsWith("<status>");
    }

    private Answer zenith(Map<String, String> environment, String... words) throws Exception {
        String[] command = new String[words.length + 1];
        command[0] = tree.resolve("zenith").toString();
        System.arraycopy(words, 0, command, 1, words.length);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", folder.toString());
        // Whatever this machine has is not looked at.
        builder.environment().put("ZENITH_JDKS", folder.resolve("jdks").toString() + "/*");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        executable(home.resolve("bin/java"), SAY_ARGUMENTS);
        executable(home.resolve("bin/javac"), SAY_ARGUMENTS);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onPath(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path found = Path.of(folder, tool);
            if (Files.isExecutable(found)) {
                return found;
            }
        }
        throw new IllegalStateException("No " + tool + " on the PATH");
    }
}
