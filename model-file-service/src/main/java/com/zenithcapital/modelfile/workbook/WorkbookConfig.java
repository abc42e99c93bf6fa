package com.zenithcapital.modelfile.workbook;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the engine is run, and past what it is killed. */
@ConfigMapping(prefix = "zenith.model-files.workbook")
public interface WorkbookConfig {

    /**
     * The program and its arguments, separated by commas; {@code inspect FILE --progress --end-with-input} is appended.
     * Its memory is capped here ({@code -Xmx96m}), by the program's own means. The service does not start without it, and an instance that works is not ready until it has run once, with {@code --version}.
     */
    Optional<List<String>> command();

    /** How long one workbook may take. Too short a time rejects honest large models as unprocessable. */
    @WithDefault("PT60S")
    Duration timeLimit();

    /** How much the engine may write to its standard output. It is held in memory, once for each worker. */
    @WithDefault("8M")
    MemorySize maxOutput();

    /** How much of its standard error is kept for the log; the rest is read and dropped. */
    @WithDefault("16K")
    MemorySize maxErrors();

    /**
     * Where workbooks lie while they are looked at: at most one for each worker, 50 MiB each, on a file system that is
     * nobody else's. What a killed service left there is removed at the next start.
     */
    @WithDefault("${java.io.tmpdir}/zenith-model-file-service")
    Path directory();
}
