package com.zenithcapital.modelfile.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * One child process and the two threads that listen to it. Closing it leaves no process behind, and neither does our own
 * sudden end: nothing is ever written to the child's standard input, but it stays open for as long as we live, and the
 * engine ends with it.
 */
final class Child implements AutoCloseable {

    /** The engine's option for that. */
    static final String END_WITH_INPUT = "--end-with-input";

    /** How long its pipes may stay open after it has ended: a grandchild that holds one must not hold us. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Process process;
    private final Listener output;
    private final Listener errors;

    private Child(Process process, int maxOutput, int maxErrors, IntConsumer progress) {
        this.process = process;
        this.output = new Listener("output", process.getInputStream(), maxOutput, Optional.empty(), this::kill);
        this.errors = new Listener(
                "errors", process.getErrorStream(), maxErrors, Optional.of(new ProgressLines(progress)), () -> {});
    }

    static Child start(List<String> command, Path directory, int maxOutput, int maxErrors, IntConsumer progress)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        Process process = builder.start();
        Child child = new Child(process, maxOutput, maxErrors, progress);
        child.output.thread.start();
        child.errors.thread.start();
        return child;
    }

    /** Whether it ended, and was heard out, by itself and in time; if not, it is killed. */
    boolean waitFor(Duration limit) throws InterruptedException {
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            // Only now: killing a process, even one that has ended, also closes the pipe its last words may still be
            // in.
            kill();
            process.waitFor();
        }
        output.join();
        errors.join();
        return ended;
    }

    boolean wroteTooMuch() {
        return output.overflown;
    }

    int exitCode() {
        return process.exitValue();
    }

    /** The exit code for a log; a process that was killed and not yet reaped has none. */
    String exit() {
        return process.isAlive() ? "none" : Integer.toString(process.exitValue());
    }

    byte[] output() {
        return output.heard();
    }

    /** For the log: what a child that looked at hostile bytes wrote is stripped of what could fake a line. */
    String errors() {
        return new String(errors.heard(), StandardCharsets.UTF_8).strip().replaceAll("\\p{Cntrl}+", " | ");
    }

    @Override
    public void close() {
        kill();
    }

    private void kill() {
        // The descendants first: with their parent gone nobody knows them.
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }

    /** Keeps what comes up to a limit, and reads the rest away so that the child never waits for us. */
    private static final class Listener {

        private final InputStream in;
        private final int limit;
        private final Optional<ProgressLines> progress;
        private final Runnable onOverflow;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread thread;

        private volatile boolean overflown;

        Listener(String name, InputStream in, int limit, Optional<ProgressLines> progress, Runnable onOverflow) {
            this.in = in;
            this.limit = limit;
            this.progress = progress;
            this.onOverflow = onOverflow;
            // A platform thread: reading a pipe holds its carrier, and there are two cores' worth of those.
            this.thread = Thread.ofPlatform().daemon().name("workbook-" + name).unstarted(this::listen);
        }

        private void listen() {
            byte[] chunk = new byte[8192];
            try (in) {
                int read;
                while ((read = in.read(chunk)) >= 0) {
                    if (progress.isPresent()) {
                        byte[] text = progress.get().text(chunk, read);
                        keep(text, text.length);
                    } else {
                        keep(chunk, read);
                    }
                }
                byte[] rest = progress.map(ProgressLines::rest).orElseGet(() -> new byte[0]);
                keep(rest, rest.length);
            } catch (IOException e) {
                // The child was killed while we listened, or we closed its pipe: what was heard until then is all.
            }
        }

        private void keep(byte[] bytes, int length) {
            synchronized (kept) {
                kept.write(bytes, 0, Math.min(length, limit - kept.size()));
                if (kept.size() == limit && !overflown) {
                    overflown = true;
                    onOverflow.run();
                }
            }
        }

        void join() throws InterruptedException {
            if (!thread.join(LAST_WORDS)) {
                overflown = true;
                try {
                    in.close();
                } catch (IOException e) {
                    // Closing is all we wanted.
                }
            }
        }

        byte[] heard() {
            synchronized (kept) {
                return kept.toByteArray();
            }
        }
    }
}
