package com.zenithcapital.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the Excel engine is run: as a process of its own, with a heap that no workbook may outgrow. */
public final class WorkbookEngine {

    private static final String HEAP = "-Xmx96m";

    private WorkbookEngine() {}

    /** The command line without its arguments; with the AOT cache where it was recorded. */
    public static List<String> command(Path repository) {
        Path jar = repository.resolve("workbook/target/workbook.jar");
        Path cache = jar.resolveSibling("workbook.aot");
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-XX:+UseSerialGC"));
        if (Files.exists(cache)) {
            words.add("-XX:AOTCache=" + cache);
        }
        // The JVM's own warnings, of a cache that no longer fits say, go to standard output, where the report belongs.
        words.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
        words.addAll(List.of("-jar", jar.toString()));
        return List.copyOf(words);
    }
}
