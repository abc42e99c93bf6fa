package com.zenithcapital.modelfile.upload.resumable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long resumable uploads are kept, and how many. Sizes, memory and pace are those of {@code zenith.model-files.upload}. */
@ConfigMapping(prefix = "zenith.model-files.resumable")
public interface ResumableConfig {

    /**
     * How long an upload may stand still before it expires with all its bytes. Too short, and a laptop closed over night
     * begins anew; too long, and abandoned parts are paid for.
     */
    @WithDefault("PT24H")
    Duration expiry();

    /** How long an upload that became a version is remembered, for clients that ask once more how it ended. */
    @WithDefault("PT24H")
    Duration memory();

    /** How many uploads one user may have open; one more is answered 429. Each may hold one whole workbook in storage. */
    @WithDefault("40")
    @Min(1)
    int maxOpenPerUser();

    /** How often what expired is removed, and what a killed instance left unfinished is brought to its end. */
    @WithDefault("PT1M")
    Duration sweepEvery();

    /** How long an upload whose last byte is here is left to the request that brought it. */
    @WithDefault("PT2M")
    Duration sweepGrace();
}
