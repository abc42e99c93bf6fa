package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.version.VersionRef;
import java.time.Instant;
import java.util.UUID;

/**
 * A worker's claim on a job: until its lease ends, nobody else works on it, and only its holder may say how it went.
 *
 * @param token the claim's own, by which the database tells it from an earlier or later one
 * @param correlationId of the upload, so that its logs and events carry on
 * @param crashes how often the workbook took the engine down before
 * @param setbacks how often something else came between, this claim's own coming about included
 */
record Claim(
        UUID token,
        VersionRef version,
        String filename,
        StoredObject object,
        Instant receivedAt,
        String correlationId,
        int crashes,
        int setbacks) {}
