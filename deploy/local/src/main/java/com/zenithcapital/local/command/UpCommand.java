package com.zenithcapital.local.command;

import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.build.Build;
import com.zenithcapital.local.build.Maven;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.stack.PortTable;
import com.zenithcapital.local.stack.Stack;
import com.zenithcapital.local.stack.StackPlan;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts everything and stays until Ctrl-C, which stops everything.",
            "State survives from one start to the next."
        })
final class UpCommand implements Callable<Integer> {

    private static final Duration WATCH = Duration.ofSeconds(1);

    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--fresh", description = "Wipes the state of earlier starts first.")
    private boolean fresh;

    @Option(names = "--detach", description = "Returns when everything is ready and leaves it running, until 'down'.")
    private boolean detach;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + PortTable.DEFAULT_BASE,
            description = "The gateway's port; everything else follows it (default: ${DEFAULT-VALUE}).")
    private int portBase;

    /** For the launcher's own tests: some of the parts, and nothing is built. */
    @Option(names = "--only", hidden = true, split = ",")
    private @Nullable List<String> only;

    @Override
    public Integer call() throws InterruptedException {
        PrintStream out = System.out;
        Path repository = Repository.root();
        StackPlan plan = StackPlan.at(home.path(), portBase);
        List<String> some = only;
        if (some != null) {
            plan = plan.only(some.toArray(String[]::new));
        } else {
            new Build(repository, Maven.of(repository, home.path()), out).stack();
        }
        Stack stack = Stack.of(plan);
        Terminal terminal = new Terminal(out);
        if (fresh) {
            stack.wipe(terminal);
        }
        long begin = System.nanoTime();
        if (detach) {
            stack.upDetached(terminal);
        } else {
            stack.up(terminal);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        new Welcome(stack, home.path()).print(out, took);
        if (detach) {
            out.println("It runs on in the background; ./zenith down stops it.");
        } else {
            out.println("Ctrl-C stops everything.");
            watch(stack, out);
        }
        return 0;
    }

    /** Until somebody ends this process. A part that ends by itself is told once; the others go on. */
    private static void watch(Stack stack, PrintStream out) throws InterruptedException {
        List<Part> running = new ArrayList<>(stack.parts());
        while (!running.isEmpty()) {
            Thread.sleep(WATCH);
            List<Part> ended =
                    running.stream().filter(part -> !part.isRunning()).toList();
            ended.forEach(part -> out.println(part.name() + " has ended by itself; its log: " + part.log()));
            running.removeAll(ended);
        }
        out.println("Nothing runs any more.");
    }
}
