package com.zenithcapital.local.part;

import com.zenithcapital.local.process.PidFile;
import com.zenithcapital.local.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The operating-system process of a part, found again through its pid file by whichever launcher comes next. */
final class PartProcess {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);
    private static final long LOG_IS_LARGE = 20L * 1024 * 1024;
    private static final int TAIL_LINES = 30;

    /** All that a part inherits: nothing in a person's shell (JAVA_TOOL_OPTIONS, QUARKUS_...) may change the stack. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "TMPDIR", "TZ");

    /**
     * Puts a part into a session of its own, so that Ctrl-C in the terminal reaches the launcher alone, which then
     * stops the parts in their order, and so that a detached stack outlives the terminal.
     */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String part;
    private final Path log;
    private final PidFile pidFile;
    private @Nullable Process child;
    private long logStart;

    PartProcess(String part, Installation installation) {
        this.part = part;
        this.log = installation.log(part);
        this.pidFile = new PidFile(installation.pidFile(part));
    }

    Path log() {
        return log;
    }

    boolean isRunning() {
        return pidFile.process().isPresent();
    }

    OptionalLong pid() {
        return pidFile.process().stream().mapToLong(ProcessHandle::pid).findFirst();
    }

    void spawn(List<String> command, Path directory, Map<String, String> environment) {
        if (isRunning()) {
            throw new IllegalStateException(part + " is running already");
        }
        try {
            prepareLog();
            Process started =
                    builder(inOwnSession(command), directory, environment).start();
            child = started;
            remember(started);
        } catch (IOException e) {
            throw new PartFailure(part, part + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Runs a step that comes before the part itself (a format, an initialisation) and waits for its end. */
    void runToEnd(String step, List<String> command, Path directory, Map<String, String> environment, Duration limit) {
        Process process;
        try {
            prepareLog();
            process = builder(command, directory, environment).start();
        } catch (IOException e) {
            throw new PartFailure(part, part + ": " + step + " could not be started: " + e.getMessage(), e);
        }
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure(": " + step + " did not end within " + limit.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw failure(": " + step + " failed with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            process.destroyForcibly();
        }
    }

    void awaitReady(Duration limit, BooleanSupplier ready) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!isRunning()) {
                throw failure(" ended before it was ready" + exitCode());
            }
            if (System.nanoTime() > end) {
                throw failure(" was not ready within " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    void stop(String signal, Duration patience) {
        Optional<ProcessHandle> running = pidFile.process();
        if (running.isPresent()) {
            ProcessHandle process = running.get();
            List<ProcessHandle> descendants = process.descendants().toList();
            send(signal, process);
            if (!hasEndedWithin(patience, process)) {
                process.destroyForcibly();
                hasEndedWithin(AFTER_KILL, process);
            }
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
        pidFile.delete();
    }

    void kill() {
        pidFile.process().ifPresent(process -> {
            process.destroyForcibly();
            hasEndedWithin(AFTER_KILL, process);
        });
        pidFile.delete();
    }

    List<ProcessHandle> descendants() {
        return pidFile.process().stream().flatMap(ProcessHandle::descendants).toList();
    }

    boolean hasEndedWithin(Duration limit, ProcessHandle process) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for process " + process.pid() + " failed", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    PartFailure failure(String what) {
        List<String> tail = LogTail.of(log, logStart, TAIL_LINES);
        return new PartFailure(part, part + what + ". Its log, " + log + ", ends:", tail);
    }

    private String exitCode() {
        return child == null || child.isAlive() ? "" : ", with exit code " + child.exitValue();
    }

    /** A process that nobody could find again must not be left running. */
    private void remember(Process started) {
        boolean remembered = false;
        try {
            pidFile.write(ProcessIdentity.of(started.pid()));
            remembered = true;
        } finally {
            if (!remembered) {
                started.destroyForcibly();
            }
        }
    }

    private ProcessBuilder builder(List<String> command, Path directory, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(directory);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        return builder;
    }

    /** A log is kept over restarts, for those who look for what happened before a crash; it does not grow forever. */
    private void prepareLog() throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > LOG_IS_LARGE) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        logStart = Files.exists(log) ? Files.size(log) : 0;
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> words = new ArrayList<>(command);
        words.addFirst(SETSID.toString());
        return words;
    }

    private void send(String signal, ProcessHandle process) {
        try {
            // The JDK can send TERM and KILL only.
            new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("kill could not be run", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private PartFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PartFailure(part, part + " was interrupted", e);
    }
}
