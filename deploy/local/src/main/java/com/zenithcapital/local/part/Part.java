package com.zenithcapital.local.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One program of the stack. What it is (its ports, its directory) is fixed when it is constructed; whether it runs is
 * asked of the system each time, through its pid file, so that a second launcher can end what a first one started.
 */
public interface Part {

    /** The word people use for it: {@code kafka}, {@code model-file-service}. */
    String name();

    /** What it listens on, the main one first. All on 127.0.0.1. */
    List<PartPort> ports();

    /** Where its users reach it. */
    String url();

    /** Health and metrics, where they are apart from the {@link #url()}. */
    Optional<String> managementUrl();

    /** What it prints. */
    Path log();

    /**
     * Returns when the part is ready for its users; does nothing when it is running.
     *
     * @throws PartFailure when it ends early or is not ready in time, with the last lines of its log
     */
    void start();

    /** Ends it gently, and by force when it does not heed; does nothing when it is not running. */
    void stop();

    /** {@code kill -9}: no goodbyes, nothing flushed. Returns when the process is gone. */
    void kill();

    default boolean isRunning() {
        return pidIfRunning().isPresent();
    }

    /** Asks the part itself, in its own protocol. */
    boolean isHealthy();

    /**
     * The pid of the running process.
     *
     * @throws IllegalStateException when it is not running
     */
    default long pid() {
        return pidIfRunning().orElseThrow(() -> new IllegalStateException(name() + " is not running"));
    }

    /** The pid, or none when it is not running. */
    OptionalLong pidIfRunning();

    default int port() {
        return ports().getFirst().number();
    }

    default void restart() {
        stop();
        start();
    }
}
