package com.zenithcapital.local.stack;

import com.zenithcapital.local.binaries.Binaries;
import com.zenithcapital.local.part.Installation;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.part.ServicePart;
import com.zenithcapital.local.part.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole stack of one installation. Several objects, in several processes, may speak for the same one: what runs is
 * asked of the system, and one launcher at a time may start it.
 */
public final class Stack {

    /** Of every person of the local realm; it stands in deploy/realm too, and opens nothing elsewhere. */
    public static final String PASSWORD = "zenith-local";

    private static final Duration OTHER_LAUNCHER_STOPS = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final StackPlan plan;
    private final Installation installation;
    private final Secrets secrets;
    private final List<Part> parts;
    /** All that an earlier launcher may have left, whatever its plan was. */
    private final List<Part> everyPart;

    private final PartCatalogue catalogue;

    private final Object launching = new Object();
    private final Object ending = new Object();
    private @Nullable LauncherLock lock;
    private @Nullable PartOrder start;
    private @Nullable Thread atExit;

    private Stack(StackPlan plan, Binaries binaries) {
        this.plan = plan;
        this.installation = new Installation(plan.home());
        this.secrets = Secrets.of(installation);
        this.catalogue = new PartCatalogue(plan, secrets, binaries);
        this.parts = catalogue.parts();
        this.everyPart = new PartCatalogue(new StackPlan(plan.home(), plan.ports()), secrets, binaries).parts();
    }

    /** Everything, at a home and a port base. */
    public static Stack at(Path home, int portBase) {
        return of(StackPlan.at(home, portBase));
    }

    public static Stack of(StackPlan plan) {
        return of(plan, Binaries.ofRepository());
    }

    public static Stack of(StackPlan plan, Binaries binaries) {
        return new Stack(plan, binaries);
    }

    /** The one that was started last at this home, at its ports; without one, all parts at the default ports. */
    public static Stack lastAt(Path home) {
        StackPlan usual = StackPlan.at(home, PortTable.DEFAULT_BASE);
        return of(StackRecord.read(new Installation(home))
                .map(last ->
                        StackPlan.at(home, last.portBase()).only(last.parts().toArray(String[]::new)))
                .orElse(usual));
    }

    public PortTable ports() {
        return plan.ports();
    }

    public Installation installation() {
        return installation;
    }

    public List<Part> parts() {
        return parts;
    }

    /** @throws IllegalArgumentException when the plan holds no such part */
    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part is called " + name + "; there are "
                        + parts.stream().map(Part::name).toList()));
    }

    /**
     * A further instance of a service, on ports of its own, for tests with several. Who asks for it starts and stops it; the
     * stack knows nothing of it.
     */
    public ServicePart anotherInstance(String service, int port, int managementPort) {
        return catalogue.anotherInstance(service, port, managementPort);
    }

    /** Passwords and keys, for those who look into the stores directly. */
    public Secrets secrets() {
        return secrets;
    }

    /** Starts everything and returns when it is ready; it ends with this process at the latest. */
    public void up() {
        up(Progress.SILENT);
    }

    /** As {@link #up()}, telling how it goes. */
    public void up(Progress progress) {
        launch(progress, false);
    }

    /** Starts everything and leaves it running when this process ends, until somebody's {@link #down()}. */
    public void upDetached(Progress progress) {
        launch(progress, true);
    }

    /** Stops everything, whoever started it. */
    public void down() {
        down(Progress.SILENT);
    }

    /** As {@link #down()}, telling how it goes. */
    public void down(Progress progress) {
        LauncherLock own = lock;
        if (own == null) {
            own = takeOverFromOtherLauncher(progress);
        }
        endLaunch(own, progress);
    }

    /**
     * Removes all state, secrets and logs, for a start from nothing.
     *
     * @throws StackFailure when a launcher runs the stack
     */
    public void wipe(Progress progress) {
        LauncherLock taken = LauncherLock.take(installation).orElseThrow(this::isLaunchedAlready);
        try {
            stopLeftovers(progress);
            Trees.delete(installation.data());
            Trees.delete(installation.logs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            taken.close();
        }
    }

    /** Asks every part, all at once. */
    public List<PartStatus> status() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return parts.stream()
                    .map(part -> CompletableFuture.supplyAsync(() -> PartStatus.of(part), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    /**
     * A bearer token of one of the realm's people, good for 15 minutes.
     *
     * @throws StackFailure when Keycloak gives none
     */
    public String token(String user) {
        return new TokenDesk(((KeycloakPart) part(KeycloakPart.NAME)).issuer()).tokenOf(user);
    }

    private void launch(Progress progress, boolean detached) {
        LauncherLock taken = LauncherLock.take(installation).orElseThrow(this::isLaunchedAlready);
        Thread hook = new Thread(() -> endLaunch(taken, progress), "zenith-down");
        PartOrder order = new PartOrder();
        synchronized (launching) {
            lock = taken;
            start = order;
            atExit = hook;
        }
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            if (detached && wasLeftRunningAndIsWell()) {
                progress.note("The stack is up already.");
            } else {
                startAfterLeftovers(order, progress, detached);
            }
        } catch (RuntimeException e) {
            endLaunch(taken, progress);
            throw e;
        }
        if (detached) {
            letGo(taken);
        }
    }

    private void startAfterLeftovers(PartOrder order, Progress progress, boolean detached) {
        stopLeftovers(progress);
        BusyPorts.refuse(parts, plan.ports().base());
        secrets.keepIn(installation);
        new StackRecord(plan.ports().base(), parts.stream().map(Part::name).toList(), detached).write(installation);
        order.forEach(parts, part -> PartCatalogue.needsOf(part.name()), timed(Part::start, progress::ready));
    }

    private boolean wasLeftRunningAndIsWell() {
        return StackRecord.read(installation)
                        .filter(last -> last.detached()
                                && last.portBase() == plan.ports().base())
                        .isPresent()
                && status().stream().allMatch(PartStatus::isUp);
    }

    private void stopLeftovers(Progress progress) {
        List<Part> leftovers = everyPart.stream().filter(Part::isRunning).toList();
        if (!leftovers.isEmpty()) {
            progress.note("Stopping what an earlier launcher left: "
                    + leftovers.stream()
                            .map(part -> part.name() + " (process " + part.pid() + ")")
                            .collect(Collectors.joining(", ")));
            stopAll(progress);
        }
    }

    /** Ends a start that is under way, stops all that runs, gives the lock back. From Ctrl-C too, at any moment. */
    private void endLaunch(LauncherLock taken, Progress progress) {
        PartOrder underWay = start;
        if (underWay != null) {
            underWay.cancel();
        }
        synchronized (ending) { // a start that Ctrl-C interrupted ends its launch too: who comes second finds it done
            stopAll(progress);
            StackRecord.delete(installation);
            letGo(taken);
        }
    }

    private void letGo(LauncherLock taken) {
        Thread hook;
        synchronized (launching) {
            hook = atExit;
            lock = null;
            start = null;
            atExit = null;
        }
        if (hook != null && hook != Thread.currentThread()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // the process is ending: the hook does the same, and gives the lock back
            }
        }
        taken.close();
    }

    private void stopAll(Progress progress) {
        new PartOrder()
                .forEach(
                        everyPart.reversed().stream().filter(Part::isRunning).toList(),
                        part -> dependentsOf(part.name()),
                        timed(Part::stop, progress::stopped));
    }

    private Set<String> dependentsOf(String name) {
        return everyPart.stream()
                .map(Part::name)
                .filter(other -> PartCatalogue.needsOf(other).contains(name))
                .collect(Collectors.toSet());
    }

    private LauncherLock takeOverFromOtherLauncher(Progress progress) {
        Optional<LauncherLock> free = LauncherLock.take(installation);
        if (free.isPresent()) {
            return free.get();
        }
        Optional<ProcessHandle> launcher = LauncherLock.holder(installation);
        launcher.ifPresent(process -> {
            progress.note("Telling the launcher (process " + process.pid() + ") to stop the stack.");
            process.destroy();
        });
        long end = System.nanoTime() + OTHER_LAUNCHER_STOPS.toNanos();
        while (System.nanoTime() < end) {
            Optional<LauncherLock> released = LauncherLock.take(installation);
            if (released.isPresent()) {
                // It gives the lock back in its last moments.
                launcher.ifPresent(process -> process.onExit().join());
                return released.get();
            }
            pause();
        }
        throw new StackFailure("The launcher did not stop within " + OTHER_LAUNCHER_STOPS.toSeconds() + " s");
    }

    private StackFailure isLaunchedAlready() {
        String who = LauncherLock.holder(installation)
                .map(launcher -> "process " + launcher.pid())
                .orElse("another process");
        return new StackFailure("A launcher (" + who + ") runs the stack of " + installation.home()
                + " already: see ./zenith status, or end it with ./zenith down");
    }

    private interface Heard {
        void that(Part part, Duration took);
    }

    private static Consumer<Part> timed(Consumer<Part> action, Heard heard) {
        return part -> {
            long begin = System.nanoTime();
            action.accept(part);
            heard.that(part, Duration.ofNanos(System.nanoTime() - begin));
        };
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for the other launcher", e);
        }
    }
}
