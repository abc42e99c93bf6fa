package com.zenithcapital.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Remembers a process across launchers. It never leads to a stranger: see {@link ProcessIdentity}. */
public record PidFile(Path path) {

    /** The process that was written here, if it is alive and still the same. */
    public Optional<ProcessHandle> process() {
        return read().flatMap(ProcessIdentity::process);
    }

    /** Nothing to remember when the process has ended already. */
    public void write(Optional<ProcessIdentity> identity) {
        if (identity.isEmpty()) {
            return;
        }
        try {
            Path unfinished = path.resolveSibling(path.getFileName() + ".new");
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(unfinished, identity.get().line());
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessIdentity> read() {
        try {
            return ProcessIdentity.parse(Files.readString(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
