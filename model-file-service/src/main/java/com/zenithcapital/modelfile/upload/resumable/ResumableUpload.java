package com.zenithcapital.modelfile.upload.resumable;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.version.MediaType;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.Receipt;
import com.zenithcapital.platform.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An upload as its row has it.
 *
 * @param received how many bytes are kept
 * @param tail where the last of them are that are too few for a part
 * @param type what the first bytes say it is, once they have been looked at
 * @param receipt what it became; empty as long as it is on its way
 * @param touched when it last went on
 */
record ResumableUpload(
        ObjectKey id,
        ModelId model,
        UserId owner,
        Optional<String> mail,
        String metadata,
        long length,
        long received,
        String multipartId,
        Optional<Tail> tail,
        Optional<MediaType> type,
        Optional<Receipt> receipt,
        String correlationId,
        Instant touched) {

    /** Bytes behind the last part. */
    record Tail(UUID key, int size) {}

    /** Whether every byte is here; it may still be no version. */
    boolean isWhole() {
        return received == length;
    }

    /** The bytes that are in parts. */
    long inParts() {
        return received - tail.map(Tail::size).orElse(0);
    }
}
