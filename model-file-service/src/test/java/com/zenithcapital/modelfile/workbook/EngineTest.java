package com.zenithcapital.modelfile.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.modelfile.workbook.Inspection.Verdict;
import com.zenithcapital.modelfile.workbook.Outcome.Cause;
import com.zenithcapital.modelfile.workbook.Outcome.Crashed;
import com.zenithcapital.modelfile.workbook.Outcome.Judged;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Child processes that behave, and those that do not. Each is a shell script in place of the engine. */
@Timeout(60)
class EngineTest {

    private static final String ACCEPTED =
            "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[],\"document\":null}";
    private static final String REJECTED =
            "{\"verdict\":\"rejected\",\"slug\":\"corrupt\",\"detail\":\"d\",\"sheets\":[],\"findings\":[],\"preview\":[],\"document\":null}";

    private final List<Integer> progress = new CopyOnWriteArrayList<>();

    @TempDir
    Path directory;

    @Test
    void aReportAndItsExitCodeAreAVerdict() throws Exception {
        assertThat(run("echo '%s'".formatted(ACCEPTED)))
                .isInstanceOfSatisfying(
                        Judged.class,
                        judged -> assertThat(judged.report().inspection().verdict())
                                .isEqualTo(Verdict.ACCEPTED));
        assertThat(run("echo '%s'; exit 1".formatted(REJECTED)))
                .isInstanceOfSatisfying(
                        Judged.class,
                        judged ->
                                assertThat(judged.report().inspection().slug()).isEqualTo("corrupt"));
    }

    /** Larger than a pipe holds, from a child that ends at once: the end must not be lost with it. */
    @RepeatedTest(30)
    void aLargeReportIsHeardToItsEnd() throws Exception {
        String padding = "head -c 90000 /dev/zero | tr '\\0' ' '";

        assertThat(run("%s; exec echo '%s'".formatted(padding, ACCEPTED))).isInstanceOf(Judged.class);
    }

    @Test
    void aReportThatItsExitCodeContradictsIsNone() throws Exception {
        assertThat(run("echo '%s'; exit 1".formatted(ACCEPTED))).isEqualTo(new Crashed(Cause.NO_REPORT));
    }

    @Test
    void garbageIsNoReport() throws Exception {
        assertThat(run("echo 'Segmentation fault'")).isEqualTo(new Crashed(Cause.NO_REPORT));
    }

    @Test
    void aChildThatIsKilledHasDied() throws Exception {
        assertThat(run("kill -9 $$")).isEqualTo(new Crashed(Cause.DIED));
    }

    @Test
    void anUnknownExitCodeIsADeath() throws Exception {
        assertThat(run("echo '%s'; exit 4".formatted(ACCEPTED))).isEqualTo(new Crashed(Cause.DIED));
    }

    @Test
    void aChildThatHangsIsKilledWithWhatItStarted() throws Exception {
        Outcome outcome = run("sleep 300 & echo $! > grandchild; sleep 300");

        assertThat(outcome).isEqualTo(new Crashed(Cause.TOO_SLOW));
        assertGone("grandchild");
    }

    @Test
    void aChildThatFloodsItsOutputIsKilled() throws Exception {
        assertThat(run("echo $$ > child; yes '%s'".formatted(ACCEPTED))).isEqualTo(new Crashed(Cause.TOO_MUCH_OUTPUT));
        assertGone("child");
    }

    @Test
    void errorsWithoutEndDoNotHoldAVerdictUp() throws Exception {
        assertThat(run("yes error | head -c 5000000 >&2; echo '%s'".formatted(ACCEPTED)))
                .isInstanceOf(Judged.class);
    }

    @Test
    void progressIsHeardAndEverythingElseOnStandardErrorIsNot() throws Exception {
        assertThat(run("printf 'progress 1\\nprogress 101\\nprogress -2\\nprogress 7x\\n progress 8\\nprogress 10' >&2;"
                        + " printf '0\\nprogress 99' >&2; echo '%s'".formatted(ACCEPTED)))
                .isInstanceOf(Judged.class);

        assertThat(progress).containsExactly(1, 100);
    }

    @Test
    void theChildSeesNoEnvironmentAndItsOwnDirectory() throws Exception {
        Outcome outcome = run("/usr/bin/env > environment; pwd > place; echo '%s'".formatted(ACCEPTED));

        assertThat(outcome).isInstanceOf(Judged.class);
        // What the shell itself sets.
        assertThat(Files.readAllLines(directory.resolve("environment")))
                .allMatch(line -> line.matches("(PWD|OLDPWD|SHLVL|_)=.*"));
        assertThat(Files.readString(directory.resolve("place")).strip())
                .isEqualTo(directory.toRealPath().toString());
    }

    /** The engine ends when its input does, so that must be when we do and not before. */
    @Test
    void theChildsInputIsOpenAndSilentAndEndsWhenTheServiceIsKilled() throws Exception {
        List<String> command = script("echo $$ > child; cat > input; echo $? > ended");
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Service.class.getName(),
                        directory.toString(),
                        String.join(",", command))
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(directory.resolve("input")));
        assertThat(directory.resolve("ended")).doesNotExist();

        service.destroyForcibly().waitFor();

        await().until(() -> Files.exists(directory.resolve("ended")));
        assertThat(directory.resolve("input")).isEmptyFile();
        assertGone("child");
    }

    /** A service in a process of its own, which can be killed. */
    static final class Service {

        private Service() {}

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            engine(List.of(arguments[1].split(",", -1))).inspect(directory.resolve("a.xlsx"), directory, percent -> {});
        }
    }

    @Test
    void anInterruptKillsTheChild() throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread worker = Thread.ofVirtual().start(() -> {
            try {
                run("echo $$ > child; sleep 300");
            } catch (Exception e) {
                failure.set(e);
            }
        });
        await().until(() -> Files.exists(directory.resolve("child"))
                && !Files.readString(directory.resolve("child")).isBlank());

        worker.interrupt();
        worker.join();

        assertThat(failure.get()).isInstanceOf(InterruptedException.class);
        assertGone("child");
    }

    @Test
    void aCommandThatCannotBeStartedOrUnderstoodIsNoWorkbooksFault() {
        assertThatThrownBy(() -> run("exit 2")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> run("echo 'Error: Unable to access jarfile' >&2; exit 1"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> run("exit 3")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> engine(List.of("/no/such/program"))
                        .inspect(directory.resolve("a.xlsx"), directory, progress::add))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anEngineThatRunsPassesItsTrial() throws Exception {
        engine(script("[ \"$*\" = --version ] && echo 'workbook 1'")).tryOut(directory);
    }

    @Test
    void anEngineThatDoesNotRunFailsItsTrialAndSaysWhy() {
        assertThatThrownBy(() -> engine(script("echo 'Could not reserve enough space' >&2; exit 1"))
                        .tryOut(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("zenith.model-files.workbook.command")
                .hasMessageContaining("Could not reserve enough space");
        assertThatThrownBy(() -> engine(script("sleep 300")).tryOut(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not end");
        assertThatThrownBy(() -> engine(List.of("/no/such/program")).tryOut(directory))
                .isInstanceOf(IOException.class);
    }

    private Outcome run(String script) throws IOException, InterruptedException {
        return engine(script(script)).inspect(directory.resolve("a.xlsx"), directory, progress::add);
    }

    private List<String> script(String script) throws IOException {
        Path file = directory.resolve("engine.sh");
        Files.writeString(file, script, UTF_8);
        return List.of("/bin/sh", file.toString());
    }

    private void assertGone(String pidFile) throws IOException {
        long pid = Long.parseLong(Files.readString(directory.resolve(pidFile)).strip());
        await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    private static Engine engine(List<String> command) {
        return new Engine(new Caps(command));
    }

    private record Caps(List<String> line) implements WorkbookConfig {
        @Override
        public Optional<List<String>> command() {
            return Optional.of(line);
        }

        @Override
        public Duration timeLimit() {
            return Duration.ofSeconds(4);
        }

        @Override
        public MemorySize maxOutput() {
            return new MemorySize(BigInteger.valueOf(100_000));
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
