package com.zenithcapital.modelfile.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;

/** Where workbooks lie. The endpoint, the region and the credentials are {@code quarkus.s3.*}. */
@ConfigMapping(prefix = "zenith.model-files")
public interface StorageConfig {

    /** The bucket. It must exist and be private; without it every upload is answered 503. */
    @WithDefault("zenith-model-files")
    @NotBlank
    String bucket();

    /**
     * The memory one upload or download in flight may use, and the size of a part of a multipart upload. S3 takes no
     * part below 5 MiB but the last, so with a smaller value the service does not start; a larger one costs its size
     * for each upload at the same time.
     */
    @WithDefault("5M")
    MemorySize partSize();
}
