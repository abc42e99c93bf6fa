package com.zenithcapital.modelfile.storage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses to start a service that could keep no byte of an upload on its way. */
@ApplicationScoped
class PartDirectoryCheck {

    private final Path directory;

    PartDirectoryCheck(StorageConfig config) {
        this.directory = config.partDirectory();
    }

    void check(@Observes StartupEvent start) {
        try {
            Files.createDirectories(directory);
            PartFile.in(directory, 1).close();
        } catch (IOException | StorageException e) {
            throw new IllegalStateException(
                    "zenith.model-files.part-directory cannot be written to: %s".formatted(directory), e);
        }
    }
}
