package com.zenithcapital.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A pid and when its process started. A pid alone is reused by the system, sooner or later by a stranger; together with
 * its start it is not.
 *
 * @param start on Linux the boot's id and the clock tick since boot, which no change of the wall clock moves; elsewhere
 *     the instant as the JDK tells it
 */
public record ProcessIdentity(long pid, String start) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    /** Counted after the command in parentheses, which may hold blanks: see proc_pid_stat(5), field 22. */
    private static final int START_TIME_AFTER_COMMAND = 19;

    /** Of a living process; empty when there is none with this pid. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(ProcessIdentity::startOf)
                .map(start -> new ProcessIdentity(pid, start));
    }

    /** The process, as long as it is still the same one and alive. */
    public Optional<ProcessHandle> process() {
        return of(pid).filter(this::equals).flatMap(same -> ProcessHandle.of(pid));
    }

    private static Optional<String> startOf(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(BOOT_ID)) {
            return process.info().startInstant().map(Object::toString);
        }
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Optional.of(Files.readString(BOOT_ID).strip() + ":" + fields[START_TIME_AFTER_COMMAND]);
        } catch (IOException e) {
            return Optional.empty(); // it ended while we looked
        }
    }

    /** One line, for a pid file. */
    String line() {
        return pid + " " + start + "\n";
    }

    static Optional<ProcessIdentity> parse(String line) {
        String[] words = line.strip().split(" ");
        try {
            return words.length == 2
                    ? Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // a torn or foreign file names no process
        }
    }
}
