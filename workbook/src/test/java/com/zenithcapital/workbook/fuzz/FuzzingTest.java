package com.zenithcapital.workbook.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks for inputs that the engine has no answer to: for some seconds with every build, all targets in one process and
 * from the same random numbers; for {@code -Dzenith.fuzz.seconds=N} seconds each (60 with {@code -Dzenith.full=true}),
 * from what was learnt before, where somebody asks for it. What it finds becomes a test of its own beside the code.
 */
class FuzzingTest {

    private static final int SHORT_RUN = 10;
    private static final int FULL_RUN = 60;
    private static final int SECONDS =
            Integer.getInteger("zenith.fuzz.seconds", Boolean.getBoolean("zenith.full") ? FULL_RUN : 0);
    private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();

    private static final Pattern NEEDED =
            Pattern.compile("(test-)?classes|aalto|stax2|jackson-core|poi|commons-(codec|collections4|io|math3)"
                    + "|log4j-api|SparseBitSet|jspecify|assertj|jazzer");

    /** An input of some kilobytes takes milliseconds; on a machine that does much else a hundred of them. */
    private static final int SECONDS_OF_ONE_INPUT = 20;

    /** Some seconds on a quiet machine; it has been minutes on one with ten builds at a time. */
    private static final int SECONDS_TO_START = 300;

    @ParameterizedTest
    @EnumSource
    @Timeout(SECONDS_TO_START)
    void seeds_are_answered(FuzzTarget target) throws IOException {
        for (byte[] seed : target.seeds()) {
            target.run(seed);
        }
    }

    @Test
    void a_short_run_finds_nothing(@TempDir Path corpus) throws IOException, InterruptedException {
        assumeThat(SECONDS).as("a longer run is asked for").isZero();
        FuzzTarget[] targets = FuzzTarget.values();
        for (int target = 0; target < targets.length; target++) {
            for (byte[] seed : targets[target].seeds()) {
                byte[] input = new byte[seed.length + 1];
                input[0] = (byte) target;
                System.arraycopy(seed, 0, input, 1, seed.length);
                write(corpus, input);
            }
        }

        run("", corpus, SHORT_RUN, List.of("-seed=1"));
    }

    @ParameterizedTest
    @EnumSource
    void a_long_run_finds_nothing(FuzzTarget target) throws IOException, InterruptedException {
        assumeThat(SECONDS)
                .as("runs with -Dzenith.fuzz.seconds=N or ./zenith test --full")
                .isPositive();
        Path corpus = Files.createDirectories(FOLDER.resolve(target.name()));
        for (byte[] seed : target.seeds()) {
            write(corpus, seed);
        }

        run(target.name(), corpus, SECONDS, List.of());
    }

    private static void run(String target, Path corpus, int seconds, List<String> more)
            throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path log = FOLDER.resolve((target.isEmpty() ? "short" : target) + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the worker starts the engine, with what Jazzer itself keeps in it, too.
                "-Xmx96m",
                "-XX:+UseSerialGC",
                // The short run ends before better code would be ready.
                "-XX:TieredStopAtLevel=" + (target.isEmpty() ? 1 : 4),
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + FuzzEntry.TARGET + "=" + target,
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--instrumentation_includes=com.zenithcapital.workbook.**:com.fasterxml.aalto.**:org.apache.poi.hssf.**"
                        + ":org.apache.poi.poifs.**:org.apache.poi.hpsf.**:org.apache.poi.ss.formula.**",
                "--instrumentation_excludes=com.zenithcapital.workbook.fuzz.**:com.zenithcapital.workbook.testing.**",
                // No code of ours asks for what these look for; they take seconds to load.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.*",
                "--reproducer_path=" + FOLDER,
                "-artifact_prefix=" + FOLDER + "/" + (target.isEmpty() ? "" : target + "-"),
                "-dict=" + dictionary(),
                "-max_len=16384",
                "-timeout=" + SECONDS_OF_ONE_INPUT,
                "-max_total_time=" + seconds,
                // The heap has its own bound. This would count the most that the parent ever had: Linux hands that on
                // to
                // what it starts (setmax_mm_hiwater_rss at exec).
                "-rss_limit_mb=0",
                "-print_final_stats=1"));
        command.addAll(more);
        command.add(corpus.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(seconds + SECONDS_TO_START, TimeUnit.SECONDS);
        process.destroyForcibly();

        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertThat(ended).as("ends in time: %s", said).isTrue();
        assertThat(process.waitFor()).as("%s", said).isZero();
        // A run that reached nothing would find nothing either.
        assertThat(said).contains("stat::number_of_executed_units").doesNotContain("Is the code instrumented");
    }

    /** Jazzer looks into every jar, which takes more time and heap than the engine does: it is given what the engine needs. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry ->
                        NEEDED.matcher(Path.of(entry).getFileName().toString()).lookingAt())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path dictionary() throws IOException {
        String words = Seeds.words().stream()
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
                .collect(Collectors.joining());
        return Files.writeString(FOLDER.resolve("words.dict"), words);
    }

    private static void write(Path corpus, byte[] seed) throws IOException {
        String name = HexFormat.of().toHexDigits(Arrays.hashCode(seed));
        Files.write(corpus.resolve("seed-" + name), seed);
    }
}
