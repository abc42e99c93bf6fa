package com.zenithcapital.modelfile.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;

/** Where workbooks lie. The endpoint, the region and the credentials are {@code quarkus.s3.*}. */
@ConfigMapping(prefix = "zenith.model-files")
public interface StorageConfig {

    /** The bucket. It must exist and be private; without it every upload is answered 503. */
    @WithDefault("zenith-model-files")
    @NotBlank
    String bucket();

    /**
     * The size of a part of a multipart upload. S3 takes no part below 5 MiB but the last, so with a smaller value the
     * service does not start; a larger one costs its size on disk for each upload at the same time.
     */
    @WithDefault("5M")
    MemorySize partSize();

    /**
     * Where the bytes of parts are until there are enough for one: {@code part-size} for each of
     * {@code upload.max-open} uploads at most, in files without names, so that nothing is left of them. The service does
     * not start if it cannot write there; without room there uploads are answered 503. A file system in memory costs memory.
     */
    @WithDefault("${zenith.model-files.workbook.directory:${java.io.tmpdir}/zenith-model-file-service}/parts")
    Path partDirectory();
}
