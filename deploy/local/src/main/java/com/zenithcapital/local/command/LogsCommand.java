package com.zenithcapital.local.command;

import com.zenithcapital.local.part.LogTail;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Prints the last lines of a part's log, or of all.")
final class LogsCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(300);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "PART", arity = "0..1", description = "kafka, gateway ...; without one, all.")
    private @Nullable String part;

    @Option(names = "-f", description = "Goes on with what comes, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            defaultValue = "50",
            description = "So many (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Stack stack = Stack.lastAt(home.path());
        String named = part;
        List<Part> parts = named == null ? stack.parts() : List.of(known(stack, named));
        Map<Part, Long> read = new HashMap<>();
        for (Part each : parts) {
            read.put(each, size(each.log()));
            print(each, LogTail.of(each.log(), 0, lines));
        }
        while (follow) {
            Thread.sleep(POLL);
            for (Part each : parts) {
                read.put(each, printFrom(each, read.getOrDefault(each, 0L)));
            }
        }
        return 0;
    }

    private Part known(Stack stack, String name) {
        try {
            return stack.part(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Whole lines only; what stands after the last line's end waits for the rest of its line. */
    private long printFrom(Part each, long from) throws IOException {
        long size = size(each.log());
        long start = size < from ? 0 : from; // a log that has become shorter is a new one
        if (size == start) {
            return start;
        }
        LogTail.Chunk chunk = LogTail.wholeLinesFrom(each.log(), start);
        print(each, chunk.lines());
        return chunk.end();
    }

    private void print(Part each, List<String> some) {
        String prefix = part == null ? String.format("%-20s | ", each.name()) : "";
        some.forEach(line -> System.out.println(prefix + line));
    }

    private static long size(Path log) throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }
}
