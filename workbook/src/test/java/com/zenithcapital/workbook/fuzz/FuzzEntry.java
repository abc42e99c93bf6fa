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
