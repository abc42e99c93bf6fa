package com.zenithcapital.modelfile.workbook;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

    private final Path root;
    private final Path own;

    ScratchSpace(WorkbookConfig config) {
        this.root = config.directory();
        this.own = root.resolve(Long.toString(ProcessHandle.current().pid()));
    }

    /** A new directory; the caller closes it. */
    public Scratch open() throws IOException {
        Files.createDirectories(own);
        return Scratch.in(own);
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
            Scratch.delete(directory);
            LOG.infof("leftovers removed directory=%s", directory.getFileName());
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
