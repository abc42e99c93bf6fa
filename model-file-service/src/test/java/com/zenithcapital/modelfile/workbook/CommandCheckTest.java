package com.zenithcapital.modelfile.workbook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCheckTest {

    @TempDir
    Path directory;

    @Test
    void aProgramThatCanBeRunPasses() throws Exception {
        Path jar = Files.createFile(directory.resolve("workbook.jar"));

        assertThatCode(() -> check(List.of("sh", "-Xmx96m", "-jar", jar.toString())))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(List.of("/bin/sh"))).doesNotThrowAnyException();
    }

    @Test
    void noCommandStopsTheStartAndNamesTheProperty() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(List.of()))
                .withMessageContaining("zenith.model-files.workbook.command is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/program", "no-such-program-on-the-path", "/etc/passwd", "/bin"})
    void aProgramThatCannotBeRunStopsTheStart(String program) {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(List.of(program)))
                .withMessageContaining("zenith.model-files.workbook.command")
                .withMessageContaining(program);
    }

    @Test
    void aJarThatIsNotThereStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(
                        List.of("sh", "-jar", directory.resolve("gone.jar").toString())))
                .withMessageContaining("gone.jar");
        assertThatIllegalStateException()
                .isThrownBy(() -> check(List.of("sh", "-jar")))
                .withMessageContaining("none");
    }

    private static void check(List<String> command) {
        new CommandCheck(new Command(command)).check(new StartupEvent());
    }

    private record Command(List<String> line) implements WorkbookConfig {
        @Override
        public Optional<List<String>> command() {
            return line.isEmpty() ? Optional.empty() : Optional.of(line);
        }

        @Override
        public Duration timeLimit() {
            return Duration.ofSeconds(1);
        }

        @Override
        public MemorySize maxOutput() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public MemorySize maxErrors() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public Path directory() {
            return Path.of("unused");
        }
    }
}
