package com.zenithcapital.platform.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * A process that a test kills, freezes and measures. Linux only: it reads {@code /proc}, where a process that nobody
 * has reaped yet still has an entry and is dead all the same.
 */
public final class Victim {

    private static final Duration DEATH = Duration.ofSeconds(30);

    private final ProcessHandle process;

    private Victim(ProcessHandle process) {
        this.process = process;
    }

    /**
     * The process with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Victim of(long pid) {
        return of(ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalArgumentException("There is no process %d".formatted(pid))));
    }

    public static Victim of(ProcessHandle process) {
        return new Victim(process);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive() && !isZombie();
    }

    /** {@code kill -9}; returns when the process is dead. */
    public void kill() {
        signal("KILL");
        awaitDeath(DEATH);
    }

    /** {@link #kill() Kills} the process and has it started again; the one that came back. */
    public Victim killAndRestart(LongSupplier start) {
        kill();
        return of(start.getAsLong());
    }

    /** {@code kill -15}, the way an orchestrator asks; {@link #awaitDeath} tells when it has obeyed. */
    public void terminate() {
        signal("TERM");
    }

    /** Freezes the process: it keeps its memory, its sockets and its locks, and does nothing. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        signal("CONT");
    }

    /**
     * Waits until the process is dead.
     *
     * @throws IllegalStateException if it is still alive after that time
     */
    public void awaitDeath(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Process %d is still alive after %d ms".formatted(pid(), atMost.toMillis()));
            }
            lookAgainAfter(Duration.ofMillis(20));
        }
    }

    /** The living children of this process, oldest first. */
    public List<Victim> children() {
        return process.children()
                .sorted((one, other) -> Long.compare(one.pid(), other.pid()))
                .map(Victim::new)
                .filter(Victim::isAlive)
                .toList();
    }

    /** The most memory that was ever resident ({@code VmHWM}); empty once the process is dead. */
    public Optional<Long> peakResidentBytes() {
        return status("VmHWM").map(kilobytes -> Long.parseLong(kilobytes.split(" ")[0]) * 1024);
    }

    /** The memory that is resident now ({@code VmRSS}); empty once the process is dead. */
    public Optional<Long> residentBytes() {
        return status("VmRSS").map(kilobytes -> Long.parseLong(kilobytes.split(" ")[0]) * 1024);
    }

    private boolean isZombie() {
        return status("State").map(state -> state.startsWith("Z")).orElse(false);
    }

    private Optional<String> status(String key) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                    .filter(line -> line.startsWith(key + ":"))
                    .map(line -> line.substring(key.length() + 1).strip())
                    .findFirst();
        } catch (NoSuchFileException dead) {
            return Optional.empty();
        } catch (IOException e) {
            // A process that dies while its status is being read answers ESRCH.
            if (!process.isAlive()) {
                return Optional.empty();
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the process's end where the JDK can tell it (it cannot for one that nobody reaps), else that long. */
    private void lookAgainAfter(Duration pause) {
        try {
            ProcessHandle unused = process.onExit().get(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            // The caller looks again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while process %d was dying".formatted(pid()), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signal(String name) {
        if (!isAlive()) {
            throw new IllegalStateException("Process %d is dead already".formatted(pid()));
        }
        try {
            // The shell's own kill: the separate program is not on every machine.
            int exit = new ProcessBuilder("sh", "-c", "kill -s %s %d".formatted(name, pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0 && isAlive()) {
                throw new IllegalStateException("Could not send SIG%s to process %d".formatted(name, pid()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending SIG" + name, e);
        }
    }
}
