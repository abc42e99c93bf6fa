package com.zenithcapital.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.zenithcapital.local.stack.PartStatus;
import com.zenithcapital.local.stack.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells what runs, where, and how it is. Exit code 0 when everything is up, else 1.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    /** The shape of {@code --json}. */
    record Report(List<PartStatus> parts) {}

    @Override
    public Integer call() throws JsonProcessingException {
        List<PartStatus> parts = Stack.lastAt(home.path()).status();
        if (json) {
            System.out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(new Report(parts)));
        } else {
            parts.forEach(StatusCommand::printLine);
        }
        return parts.stream().allMatch(PartStatus::isUp) ? 0 : 1;
    }

    private static void printLine(PartStatus part) {
        Long pid = part.pid();
        System.out.printf(
                "  %-20s %-10s %-10s %s%n", part.name(), part.health(), pid == null ? "" : "pid " + pid, part.url());
    }
}
