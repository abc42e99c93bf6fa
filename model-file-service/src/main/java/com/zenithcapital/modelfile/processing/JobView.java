package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.Reason;
import com.zenithcapital.modelfile.version.VersionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as its uploader follows it.
 *
 * @param percent how far it is; 100 when it is settled
 * @param attempts how often a worker took it; while it waits for a part of ours, that is none
 * @param waitsFor the part of ours that must come back before this can go on; null when none is waited for
 * @param revision grows with every change of what is told here; the id of the change's event
 * @param reason why it was not accepted; null when it was, or is not settled yet
 */
record JobView(
        JobId id,
        VersionState state,
        int percent,
        int attempts,
        @Nullable String waitsFor,
        long revision,
        Model model,
        int version,
        @Nullable Reason reason,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    record Model(ModelId id, String slug) {}
}
