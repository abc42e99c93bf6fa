package com.zenithcapital.modelfile.workbook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Where the scratch directories are. Each process has a directory of its own, named by its id, so that what a killed one
 * left can be told from what a living one is using.
 */
@ApplicationScoped
public class ScratchSpace {

    private static final Logger LOG = Logger.getLogger(ScratchSpace.class);

    private static final String PROPERTY = "zenith.model-files.workbook.directory";

    private final Path root;
    private final Path own;

    ScratchSpace(WorkbookConfig config) {
        this.root = config.directory();
        this.own = root.resolve(Long.toString(ProcessHandle.current().pid()));
    }

    /** A new directory; the caller closes it. */
    public Scratch open() throws IOException {
        try {
            Files.createDirectories(own);
            return Scratch.in(own);
        } catch (IOException e) {
            throw new IOException("%s cannot be written to: %s".formatted(PROPERTY, root), e);
        }
    }

    /** After those who work have stopped. */
    void leave(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent stop) {
        remove(own);
    }

    void sweep(@Observes StartupEvent start) throws IOException {
        // Before any work: what bears our own id now was left by another process that had it.
        removeThose(directory -> directory.equals(own) || !isAlive(directory));
    }

    /** Removes what processes left that do not live any more. */
    public void sweepDead() throws IOException {
        removeThose(directory -> !isAlive(directory));
    }

    private void removeThose(Predicate<Path> isLeft) throws IOException {
        Files.createDirectories(root);
        List<Path> left;
        try (Stream<Path> directories = Files.list(root)) {
            left = directories.filter(isLeft).toList();
        }
        for (Path directory : left) {
            if (remove(directory)) {
                LOG.infof("leftovers removed directory=%s", directory.getFileName());
            }
        }
    }

    /** What cannot be removed, another user's leftovers say, is in nobody's way. */
    private static boolean remove(Path directory) {
        try {
            Scratch.delete(directory);
            return true;
        } catch (IOException e) {
            LOG.warnf("leftovers not removed directory=%s cause=%s", directory.getFileName(), e);
            return false;
        }
    }

    private static boolean isAlive(Path directory) {
        try {
            return ProcessHandle.of(Long.parseLong(directory.getFileName().toString()))
                    .isPresent();
        } catch (NumberFormatException e) {
            // Not one of ours: leave it alone.
            return true;
        }
    }
}
