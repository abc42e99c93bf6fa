package com.zenithcapital.modelfile.upload;

import com.zenithcapital.modelfile.version.IdempotencyKey;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.platform.identity.UserId;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an upload say.
 *
 * @param length of the whole body; empty when it comes in chunks
 * @param filename the header X-Filename, for a body that is no form
 */
record UploadRequest(
        ModelId model,
        UserId uploader,
        Optional<String> mail,
        Optional<Long> length,
        Optional<String> contentType,
        @Nullable String filename,
        Optional<IdempotencyKey> idempotencyKey) {

    /** What a form adds to its file: boundaries, headers, other small fields. The gateway allows the same. */
    private static final long FORM_OVERHEAD = 64 * 1024;

    long formOverhead() {
        return isForm() ? FORM_OVERHEAD : 0;
    }

    IncomingFile open(InputStream body) throws IOException {
        if (isForm()) {
            return Form.open(contentType.orElseThrow(), body);
        }
        // The HTTP server itself tells a cut-off body from an ended one.
        return new IncomingFile(body, type -> Filename.ofHeader(filename, type), () -> {});
    }

    private boolean isForm() {
        return contentType.orElse("").toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }
}
