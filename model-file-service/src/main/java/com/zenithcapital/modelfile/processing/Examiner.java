package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.workbook.Engine;
import com.zenithcapital.modelfile.workbook.Outcome;
import com.zenithcapital.modelfile.workbook.Scratch;
import com.zenithcapital.modelfile.workbook.ScratchSpace;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;

/** Has the engine look at a claimed workbook: a private copy, gone when it is done. */
@ApplicationScoped
class Examiner {

    private final ObjectStore store;
    private final ScratchSpace space;
    private final Engine engine;

    Examiner(ObjectStore store, ScratchSpace space, Engine engine) {
        this.store = store;
        this.space = space;
        this.engine = engine;
    }

    Outcome examine(Claim claim, Lease lease) throws IOException, InterruptedException {
        try (Scratch scratch = space.open()) {
            // Its own name's extension and nothing else of it: the engine compares that with what it finds.
            Path workbook = scratch.directory().resolve("workbook" + extension(claim.filename()));
            store.copyTo(workbook, claim.object());
            lease.reached(30);
            Outcome outcome = engine.inspect(workbook, scratch.directory());
            lease.reached(90);
            return outcome;
        }
    }

    private static String extension(String filename) {
        int dot = filename.lastIndexOf('.');
        return dot < 0 ? "" : filename.substring(dot);
    }
}
