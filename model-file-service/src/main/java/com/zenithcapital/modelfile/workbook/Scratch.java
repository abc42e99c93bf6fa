package com.zenithcapital.modelfile.workbook;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A directory for one workbook while it is looked at: ours alone to read, and gone with everything in it when closed. */
public final class Scratch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Scratch.class);

    private final Path directory;

    private Scratch(Path directory) {
        this.directory = directory;
    }

    static Scratch in(Path parent) throws IOException {
        return new Scratch(Files.createTempDirectory(
                parent, "job-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    }

    public Path directory() {
        return directory;
    }

    /** What cannot be removed is left to the sweep: the work in it is done, and a verdict is not thrown away for it. */
    @Override
    public void close() {
        try {
            delete(directory);
        } catch (IOException e) {
            LOG.warnf("scratch directory not removed directory=%s cause=%s", directory.getFileName(), e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
