package com.zenithcapital.local.command;

import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.build.Build;
import com.zenithcapital.local.build.Maven;
import com.zenithcapital.local.demo.Demo;
import com.zenithcapital.local.stack.PartStatus;
import com.zenithcapital.local.stack.PortTable;
import com.zenithcapital.local.stack.Stack;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the main job: a 50 MB workbook is uploaded, checked, published and downloaded.",
            "Uses the stack that is up; without one, starts it and leaves it running, until 'down'."
        })
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + PortTable.DEFAULT_BASE,
            description = "Where to start the stack, when none is up (default: ${DEFAULT-VALUE}).")
    private int portBase;

    @Override
    public Integer call() {
        PrintStream out = System.out;
        Stack last = Stack.lastAt(home.path());
        if (last.status().stream().allMatch(PartStatus::isUp)) {
            return Demo.run(last, out);
        }
        Path repository = Repository.root();
        new Build(repository, Maven.of(repository, home.path()), out).stack();
        Stack stack = Stack.at(home.path(), portBase);
        long begin = System.nanoTime();
        stack.upDetached(new Terminal(out));
        out.printf("The stack is up, after %s.%n%n", Terminal.seconds(Duration.ofNanos(System.nanoTime() - begin)));
        int exitCode = Demo.run(stack, out);
        out.println();
        out.println("The stack runs on, so that you can look around: ./zenith status. ./zenith down stops it.");
        return exitCode;
    }
}
