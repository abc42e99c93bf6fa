package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.antivirus.ScanResult;
import com.zenithcapital.modelfile.antivirus.ScanResult.Clean;
import com.zenithcapital.modelfile.antivirus.ScanResult.Infected;
import com.zenithcapital.modelfile.antivirus.Scanner;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.workbook.Engine;
import com.zenithcapital.modelfile.workbook.Outcome;
import com.zenithcapital.modelfile.workbook.Scratch;
import com.zenithcapital.modelfile.workbook.ScratchSpace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;

/** Has the engine look at a claimed workbook: a private copy, gone when it is done. */
@ApplicationScoped
class Examiner {

    /** Percent of a job. */
    private static final int FETCHED = 20;

    private static final int EXAMINED = 90;

    private final ObjectStore store;
    private final ScratchSpace space;
    private final Engine engine;
    private final Scanner scanner;
    private final MeterRegistry metrics;

    Examiner(ObjectStore store, ScratchSpace space, Engine engine, Scanner scanner, MeterRegistry metrics) {
        this.store = store;
        this.scanner = scanner;
        this.metrics = metrics;
        this.space = space;
        this.engine = engine;
    }

    /** The first look at the bytes, before anything parses them. Streamed from storage: no copy of what may be malware. */
    ScanResult scan(Claim claim) throws IOException {
        Timer.Sample sample = Timer.start(metrics);
        String outcome = "failed";
        try {
            StoredObject object = claim.object();
            ScanResult result = scanner.scan(() -> store.open(object.key(), 0, object.size() - 1));
            outcome = switch (result) {
                case Clean _ -> "clean";
                case Infected _ -> "infected";
            };
            return result;
        } finally {
            sample.stop(metrics.timer("zenith.antivirus.scan", "outcome", outcome));
        }
    }

    Outcome examine(Claim claim, Lease lease) throws IOException, InterruptedException {
        try (Scratch scratch = space.open()) {
            // Its own name's extension and nothing else of it: the engine compares that with what it finds.
            Path workbook = scratch.directory().resolve("workbook" + extension(claim.filename()));
            store.copyTo(workbook, claim.object());
            lease.reached(FETCHED);
            Outcome outcome = engine.inspect(
                    workbook,
                    scratch.directory(),
                    percent -> lease.isAt(FETCHED + percent * (EXAMINED - FETCHED) / 100));
            lease.reached(EXAMINED);
            return outcome;
        }
    }

    private static String extension(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot < 0 ? "" : filename.substring(dot);
    }
}
