package com.zenithcapital.modelfile.difference;

import com.zenithcapital.modelfile.difference.Differences.Due;
import com.zenithcapital.modelfile.difference.Differences.Workbook;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.workbook.DiffEngine;
import com.zenithcapital.modelfile.workbook.DiffEngine.Side;
import com.zenithcapital.modelfile.workbook.DiffOutcome;
import com.zenithcapital.modelfile.workbook.DiffOutcome.Compared;
import com.zenithcapital.modelfile.workbook.DiffOutcome.NotCompared;
import com.zenithcapital.modelfile.workbook.Scratch;
import com.zenithcapital.modelfile.workbook.ScratchSpace;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Has the engine compare a pair and keeps what it says. What it cannot compare is recorded as such, with the reason: no
 * version is the worse for it.
 */
@ApplicationScoped
class Comparer {

    private static final Logger LOG = Logger.getLogger(Comparer.class);

    private static final String GIVEN_UP = "given-up";

    private final Differences differences;
    private final ObjectStore store;
    private final ScratchSpace space;
    private final DiffEngine engine;
    private final DifferenceConfig config;
    private final MeterRegistry metrics;

    Comparer(
            Differences differences,
            ObjectStore store,
            ScratchSpace space,
            DiffEngine engine,
            DifferenceConfig config,
            MeterRegistry metrics) {
        this.differences = differences;
        this.store = store;
        this.space = space;
        this.engine = engine;
        this.config = config;
        this.metrics = metrics;
    }

    /** Comes back early, with the pair due again, when the thread is interrupted: the service stops. */
    void compare(Due due) {
        if (due.attempts() > config.maxAttempts()) {
            giveUp(due, GIVEN_UP);
            return;
        }
        long start = System.nanoTime();
        try (Scratch scratch = space.open()) {
            Side from = copy(due.from(), scratch.directory().resolve("from"));
            Side to = copy(due.to(), scratch.directory().resolve("to"));
            settle(due, engine.diff(from, to, scratch.directory()), Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException | RuntimeException e) {
            failed(due, e);
        } catch (InterruptedException e) {
            giveBack(due);
        }
    }

    private Side copy(Workbook workbook, Path stem) throws IOException {
        int dot = workbook.filename().lastIndexOf('.');
        Path file = stem.resolveSibling(
                stem.getFileName() + (dot < 0 ? "" : workbook.filename().substring(dot)));
        store.copyTo(file, workbook.object());
        return new Side(file, "version " + workbook.number());
    }

    private void settle(Due due, DiffOutcome outcome, Duration taken) {
        switch (outcome) {
            case Compared(String document, String page) -> {
                differences.keep(due.pair(), KeptText.of(document), KeptText.of(page));
                count("available");
                LOG.infof(
                        "difference kept from=%s to=%s size=%d millis=%d",
                        due.pair().from(), due.pair().to(), document.length(), taken.toMillis());
            }
            case NotCompared(DiffOutcome.Cause cause) ->
                giveUp(due, cause.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private void giveUp(Due due, String reason) {
        differences.giveUp(due.pair(), reason);
        count(reason);
        LOG.warnf(
                "difference not available from=%s to=%s reason=%s",
                due.pair().from(), due.pair().to(), reason);
    }

    private void failed(Due due, Exception failure) {
        if (Thread.interrupted()) {
            giveBack(due);
            return;
        }
        LOG.warnf(
                failure,
                "difference postponed from=%s to=%s",
                due.pair().from(),
                due.pair().to());
        // If the database is what is away, this fails too, and the end of the attempt's time does it.
        differences.postpone(due.pair());
    }

    /** With the thread's interrupt down, which would cut off the database as well. */
    private void giveBack(Due due) {
        try {
            differences.giveBack(due.pair());
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    private void count(String outcome) {
        metrics.counter("zenith.differences", "outcome", outcome).increment();
    }
}
