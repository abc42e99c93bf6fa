package com.zenithcapital.local.part;

import java.nio.file.Path;

/**
 * Where the parts of one stack keep what is theirs: state that survives, logs, pid files.
 *
 * @param home the folder of it all; two stacks in one folder exclude each other
 */
public record Installation(Path home) {

    public Installation {
        home = home.toAbsolutePath().normalize();
    }

    /** All that {@code --fresh} wipes, but for the logs. */
    public Path data() {
        return home.resolve("data");
    }

    public Path data(String part) {
        return data().resolve(part);
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** What belongs to the running stack only. */
    public Path run() {
        return home.resolve("run");
    }

    public Path pidFile(String part) {
        return run().resolve(part + ".pid");
    }
}
