package com.zenithcapital.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Path;

/** Looks for the smallest heap in which the packaged jar accepts a workbook. */
final class HeapFloor {

    private static final int LEAST = 2;

    private final Path repository;
    private final Path workbook;

    HeapFloor(Path repository, Path workbook) {
        this.repository = repository;
        this.workbook = workbook;
    }

    /** In megabytes; {@code enough + 1} where even that much is too little. */
    int find(int enough) throws IOException, InterruptedException {
        int tooLittle = LEAST - 1;
        int accepted = enough + 1;
        int tried = enough;
        while (tooLittle < accepted - 1) {
            if (run(tried).accepted()) {
                accepted = tried;
            } else {
                tooLittle = tried;
            }
            tried = (tooLittle + accepted) / 2;
        }
        return accepted;
    }

    EngineRun run(int heapMegabytes) throws IOException, InterruptedException {
        return EngineRun.of(repository, heapMegabytes, "inspect", workbook.toString());
    }
}
