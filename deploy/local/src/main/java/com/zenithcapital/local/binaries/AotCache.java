package com.zenithcapital.local.binaries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The JDK's ahead-of-time cache of one program (JEP 483, 514). A cache that does not fit (another JDK, another class
 * path) is ignored by the JVM with a warning: it costs start time and nothing else.
 *
 * @param recording whether the next run writes the file at its end, rather than reads it at its start
 */
public record AotCache(Path file, boolean recording) {

    private static final Duration WRITING = Duration.ofMinutes(3);

    /** How long the program may take to end, if it usually takes so long: writing a cache comes on top. */
    public Duration endsWithin(Duration usual) {
        return recording ? usual.plus(WRITING) : usual;
    }

    /** The JVM's options. */
    public List<String> options() {
        if (recording) {
            return List.of("-XX:AOTCacheOutput=" + file);
        }
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of();
    }
}
