package com.zenithcapital.modelfile.version;

import static java.util.Objects.requireNonNull;

import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.platform.identity.UserId;
import java.util.Optional;

/**
 * A workbook whose every byte is stored, and who brought it.
 *
 * @param mail where the verdict is told; empty if the uploader's token named no address
 * @param idempotencyKey the caller's own name of this request, if it has one
 */
public record Delivery(
        ModelId model,
        StoredObject object,
        String filename,
        MediaType mediaType,
        UserId uploader,
        Optional<String> mail,
        Optional<IdempotencyKey> idempotencyKey) {

    public Delivery {
        requireNonNull(model, "model is null");
        requireNonNull(object, "object is null");
        requireNonNull(filename, "filename is null");
        requireNonNull(mediaType, "mediaType is null");
        requireNonNull(uploader, "uploader is null");
    }
}
