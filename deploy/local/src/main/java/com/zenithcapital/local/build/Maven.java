package com.zenithcapital.local.build;

import com.zenithcapital.local.stack.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code mvn} that the {@code zenith} script found, on the JDK that runs this. */
public final class Maven {

    private static final String PROPERTY = "zenith.maven";
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (Zenith .*?) \\S+ +(\\[\\d+/\\d+])");
    private static final int TAIL_LINES = 40;

    private final Path repository;
    private final Path log;
    private final String program;

    Maven(Path repository, Path log, String program) {
        this.repository = repository;
        this.log = log;
        this.program = program;
    }

    public static Maven of(Path repository, Path logs) {
        return new Maven(repository, logs.resolve("build.log"), System.getProperty(PROPERTY, "mvn"));
    }

    Path log() {
        return log;
    }

    /** Runs with all its output on this terminal. */
    public int run(String... arguments) {
        try {
            return builder(arguments).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw notThere(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Runs with its output in the log and a line a module here; of a failure, the last lines too. */
    int runWatched(PrintStream out, String... arguments) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process build = builder(arguments).redirectErrorStream(true).start();
            Deque<String> tail = new ArrayDeque<>();
            try (BufferedReader lines = build.inputReader(StandardCharsets.UTF_8);
                    Writer file = Files.newBufferedWriter(log)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    file.write(line + "\n");
                    file.flush(); // for those who watch it
                    moduleOf(line).ifPresent(module -> out.println("  " + module));
                    tail.addLast(line);
                    if (tail.size() > TAIL_LINES) {
                        tail.removeFirst();
                    }
                }
            }
            int exitCode = build.waitFor();
            if (exitCode != 0) {
                tail.forEach(out::println);
            }
            return exitCode;
        } catch (IOException e) {
            throw notThere(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static Optional<String> moduleOf(String line) {
        Matcher module = MODULE.matcher(line);
        return module.find() ? Optional.of(module.group(2) + " " + module.group(1)) : Optional.empty();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program, "-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private StackFailure notThere(IOException cause) {
        return new StackFailure("Maven could not be run as '" + program + "': " + cause.getMessage());
    }

    private static StackFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StackFailure("Interrupted while building: " + e.getMessage());
    }
}
