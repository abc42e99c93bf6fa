package com.zenithcapital.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The process that listens on a TCP port, as Linux tells it in {@code /proc}; another user's process keeps its sockets
 * to itself.
 */
public record PortOwner(long pid, String command) {

    private static final int COMMAND_LENGTH = 120;
    /** Columns of proc_net_tcp(5), and the state TCP_LISTEN. */
    private static final int LOCAL_ADDRESS = 1;

    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTEN = "0A";

    public static Optional<PortOwner> of(int port) {
        return of(port, Path.of("/proc"));
    }

    static Optional<PortOwner> of(int port, Path proc) {
        Set<String> sockets = Stream.of("net/tcp", "net/tcp6")
                .map(proc::resolve)
                .flatMap(table -> lines(table).stream())
                .flatMap(line -> listeningInode(line, port).stream())
                .map(inode -> "socket:[" + inode + "]")
                .collect(Collectors.toSet());
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return children(proc).stream()
                .filter(process -> process.getFileName().toString().chars().allMatch(Character::isDigit))
                .filter(process -> holdsOneOf(sockets, process))
                .findFirst()
                .map(process ->
                        new PortOwner(Long.parseLong(process.getFileName().toString()), command(process)));
    }

    static Optional<String> listeningInode(String line, int port) {
        String[] columns = line.strip().split("\\s+");
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        return columns.length > INODE && columns[STATE].equals(LISTEN) && columns[LOCAL_ADDRESS].endsWith(suffix)
                ? Optional.of(columns[INODE])
                : Optional.empty();
    }

    private static boolean holdsOneOf(Collection<String> sockets, Path process) {
        return children(process.resolve("fd")).stream()
                .flatMap(descriptor -> target(descriptor).stream())
                .anyMatch(sockets::contains);
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Optional.empty(); // closed while we looked
        }
    }

    private static String command(Path process) {
        try {
            String words = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ')
                    .strip();
            return words.length() <= COMMAND_LENGTH ? words : words.substring(0, COMMAND_LENGTH) + "...";
        } catch (IOException e) {
            return "(ended meanwhile)";
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of(); // no /proc here, or no such table
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            return List.of(); // gone, or another user's
        }
    }
}
