package com.zenithcapital.benchmarks.engine;

import java.nio.file.Path;

/** The java that runs this, for others to be run by. */
final class JavaCommand {

    private JavaCommand() {}

    static String path() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
