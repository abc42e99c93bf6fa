package com.zenithcapital.modelfile.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How rows and objects are compared. */
@ConfigMapping(prefix = "zenith.model-files.reconciliation")
public interface ReconciliationConfig {

    /** How often. Each time lists the whole bucket, a thousand objects to a request. */
    @WithDefault("PT1H")
    Duration every();

    /**
     * How old an object without a row must be to be removed. It must be longer than an upload may take, or the object
     * of one that is just ending is removed before its row is there; the service does not start otherwise.
     */
    @WithDefault("PT1H")
    Duration grace();

    /**
     * How many objects one run removes. What a kill leaves is a handful; thousands at once mean that rows are missing, as
     * after a restore to an earlier time, or that this is another deployment's bucket: they are left, and told by
     * {@code zenith_objects_orphans_left}.
     */
    @WithDefault("200")
    @Min(0)
    int mostRemovals();

    /** How long an Idempotency-Key is remembered. */
    @WithDefault("P2D")
    Duration idempotencyKeys();
}
