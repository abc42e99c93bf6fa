package com.zenithcapital.workbook.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What Jazzer calls, by these names and in a process of its own. */
public final class FuzzEntry {

    /** The target, or nothing: then the first byte of an input says which. */
    static final String TARGET = "zenith.fuzz.target";

    private static final String ONE = System.getProperty(TARGET, "");

    private FuzzEntry() {}

    /** Once before all: loading a class for the first time takes Jazzer long, which is no input's fault. */
    public static void fuzzerInitialize() throws IOException {
        for (FuzzTarget target : ONE.isEmpty() ? FuzzTarget.values() : new FuzzTarget[] {FuzzTarget.valueOf(ONE)}) {
            for (byte[] seed : target.seeds()) {
                target.run(seed);
            }
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (!ONE.isEmpty()) {
            FuzzTarget.valueOf(ONE).run(input);
        } else if (input.length > 0) {
            FuzzTarget[] targets = FuzzTarget.values();
            targets[(input[0] & 0xFF) % targets.length].run(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    /** Runs one file that was found: {@code java -Dzenith.fuzz.target=SHEET … FuzzEntry crash-…}. */
    public static void main(String[] arguments) throws IOException {
        fuzzerTestOneInput(Files.readAllBytes(Path.of(arguments[0])));
    }
}
