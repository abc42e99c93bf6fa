package com.zenithcapital.modelfile.workbook;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the engine is run on two workbooks; everything else is as for one. */
@ConfigMapping(prefix = "zenith.model-files.workbook.diff")
public interface DiffConfig {

    /**
     * The engine's heap, put in the place of the command's own {@code -Xmx}: it holds two workbooks. Too little leaves
     * large models without a difference; too much is taken by each worker at once.
     */
    @WithDefault("384M")
    MemorySize heap();

    /** How long one run may take; there are two for a pair, for the JSON and for the page. */
    @WithDefault("PT60S")
    Duration timeLimit();

    /** How much may be said of a difference, in each form. What is longer is not kept, and told as too-much-output. */
    @WithDefault("16M")
    MemorySize maxOutput();
}
