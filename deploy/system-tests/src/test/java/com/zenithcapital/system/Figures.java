package com.zenithcapital.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Measured numbers: printed where a person reads the run, and kept in {@code target/figures.txt}. */
final class Figures {

    private static final Path FILE = Path.of("target", "figures.txt");

    private Figures() {}

    static void report(String what, String figure) {
        String line = "%-70s %s".formatted(what, figure);
        System.out.println("FIGURE  " + line);
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
