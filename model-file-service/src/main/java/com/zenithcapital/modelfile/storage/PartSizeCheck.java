package com.zenithcapital.modelfile.storage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start a service whose larger uploads S3 would refuse, each at its end, when all of its parts are stored. */
@ApplicationScoped
class PartSizeCheck {

    /** What S3 allows for every part but the last one. */
    private static final long LEAST = 5 * 1024 * 1024;

    /** S3 takes more, but each open upload may have one on this machine's disk. */
    private static final long MOST = 1024 * 1024 * 1024;

    private final long partSize;

    PartSizeCheck(StorageConfig config) {
        this.partSize = config.partSize().asLongValue();
    }

    void check(@Observes StartupEvent start) {
        if (partSize < LEAST || partSize > MOST) {
            throw new IllegalStateException(
                    "zenith.model-files.part-size is %d bytes: S3 takes no part below 5 MiB, and one of more than 1 GiB is more than uploads should leave on a disk here"
                            .formatted(partSize));
        }
    }
}
