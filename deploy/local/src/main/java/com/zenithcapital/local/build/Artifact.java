package com.zenithcapital.local.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a module's build leaves, and what it is made from.
 *
 * @param module its folder's name, as Maven's {@code -pl} takes it
 * @param file of the product; its age is the build's
 * @param sources files, and folders with all that is in them
 */
record Artifact(String module, Path file, List<Path> sources) {

    Artifact {
        sources = List.copyOf(sources);
    }

    /** Missing, or older than anything it is made from. */
    boolean isStale() {
        if (!Files.exists(file)) {
            return true;
        }
        FileTime built = lastChangeOf(file);
        return sources.stream()
                .filter(Files::exists)
                .flatMap(Artifact::filesIn)
                .anyMatch(source -> lastChangeOf(source).compareTo(built) > 0);
    }

    private static Stream<Path> filesIn(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime lastChangeOf(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
