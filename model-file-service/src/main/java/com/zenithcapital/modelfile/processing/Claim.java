package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.version.Origin;
import com.zenithcapital.modelfile.version.VersionRef;
import java.time.Instant;
import java.util.UUID;

/**
 * A worker's claim on a job: until its lease ends, nobody else works on it, and only its holder may say how it went.
 *
 * @param token the claim's own, by which the database tells it from an earlier or later one
 * @param origin the upload's, so that logs and events carry it on
 * @param crashes how often the workbook took the engine down before
 * @param setbacks how often something else came between, this claim's own coming about included
 */
record Claim(
        UUID token,
        VersionRef version,
        String filename,
        StoredObject object,
        Instant receivedAt,
        Origin origin,
        int crashes,
        int setbacks) {}
