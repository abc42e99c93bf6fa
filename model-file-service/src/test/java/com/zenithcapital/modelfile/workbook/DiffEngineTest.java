package com.zenithcapital.modelfile.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.modelfile.workbook.DiffEngine.Side;
import com.zenithcapital.modelfile.workbook.DiffOutcome.Cause;
import com.zenithcapital.modelfile.workbook.DiffOutcome.Compared;
import com.zenithcapital.modelfile.workbook.DiffOutcome.NotCompared;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons by children that behave, and by those that do not. Each is a shell script in place of the engine. */
@Timeout(60)
class DiffEngineTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void theChildIsToldTheFilesAndForThePageTheirTitles() throws Exception {
        String said = "for word; do case $word in --html) html=1; esac; done;"
                + " if [ \"$html\" ]; then echo \"<p>$*\"; else echo \"{\\\"said\\\":\\\"$*\\\"}\"; fi";

        DiffOutcome outcome = diff(said, LONG);

        assertThat(outcome)
                .isEqualTo(
                        new Compared(
                                "{\"said\":\"diff from.xlsx to.xlsx --end-with-input\"}\n",
                                "<p>diff --html --old-title=version 1 --new-title=version 2 from.xlsx to.xlsx --end-with-input\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "kill -9 $$; DIED",
                "exit 1; DIED",
                "exit 3; DIED",
                "echo '{\"verdict\":\"rejected\",\"slug\":\"unprocessable\"}' && exit 1; DIED",
                "echo '{\"verdict\":\"rejected\",\"slug\":\"zip-bomb\"}' && exit 1; REJECTED",
                "echo 'Error: Could not create the Java Virtual Machine.' && exit 1; DIED",
                "exit 2; NOT_SUPPORTED",
                "echo '{} and more'; NO_REPORT",
                "echo '[]'; NO_REPORT",
                "true; NO_REPORT",
                "printf '\\377'; NO_REPORT",
                "yes '{}'; TOO_MUCH_OUTPUT"
            })
    void whatIsNoDifferenceHasACause(String script, Cause cause) throws Exception {
        assertThat(diff(script, LONG)).isEqualTo(new NotCompared(cause));
    }

    @Test
    void aChildThatHangsIsKilled() throws Exception {
        assertThat(diff("sleep 300 & sleep 300", Duration.ofSeconds(1))).isEqualTo(new NotCompared(Cause.TOO_SLOW));
    }

    /** Both runs end alike or there is no difference: half of one is none. */
    @Test
    void aPageThatFailsIsAsBadAsADocumentThatDoes() throws Exception {
        String script = "for word; do case $word in --html) exit 2; esac; done; echo '{}'";

        assertThat(diff(script, LONG)).isEqualTo(new NotCompared(Cause.NOT_SUPPORTED));
    }

    private DiffOutcome diff(String script, Duration limit) throws Exception {
        return new DiffEngine(new Program(List.of("/bin/sh", "-c", script, "engine")), new Caps(limit))
                .diff(
                        new Side(Path.of("from.xlsx"), "version 1"),
                        new Side(Path.of("to.xlsx"), "version 2"),
                        directory);
    }

    private record Caps(Duration timeLimit) implements DiffConfig {

        @Override
        public MemorySize heap() {
            return new MemorySize(BigInteger.valueOf(1 << 20));
        }

        @Override
        public MemorySize maxOutput() {
            return new MemorySize(BigInteger.valueOf(100_000));
        }
    }

    private record Program(List<String> line) implements WorkbookConfig {

        @Override
        public Optional<List<String>> command() {
            return Optional.of(line);
        }

        @Override
        public Duration timeLimit() {
            throw new AssertionError("Comparing has a limit of its own");
        }

        @Override
        public MemorySize maxOutput() {
            throw new AssertionError("Comparing has a limit of its own");
        }

        @Override
        public MemorySize maxErrors() {
            return new MemorySize(BigInteger.valueOf(1_000));
        }

        @Override
        public Path directory() {
            throw new AssertionError("The engine is told where to run");
        }
    }
}
