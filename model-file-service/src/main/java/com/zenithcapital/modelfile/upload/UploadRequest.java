package com.zenithcapital.modelfile.upload;

import com.zenithcapital.modelfile.http.DigestField;
import com.zenithcapital.modelfile.http.DigestField.Algorithm;
import com.zenithcapital.modelfile.version.IdempotencyKey;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.platform.identity.UserId;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an upload say.
 *
 * @param length of the whole body; empty when it comes in chunks
 * @param filename the header X-Filename, for a body that is no form
 * @param digests what the sender says of the whole body, which for a form is all of it and not its file
 */
record UploadRequest(
        ModelId model,
        UserId uploader,
        Optional<String> mail,
        Optional<Long> length,
        Optional<String> contentType,
        @Nullable String filename,
        Optional<IdempotencyKey> idempotencyKey,
        List<DigestField> digests) {

    UploadRequest {
        digests = List.copyOf(digests);
    }

    /** What a form adds to its file: boundaries, headers, other small fields. The gateway allows the same. */
    private static final long FORM_OVERHEAD = 64 * 1024;

    long formOverhead() {
        return isForm() ? FORM_OVERHEAD : 0;
    }

    IncomingFile open(InputStream body) throws IOException {
        DigestedBody digested = new DigestedBody(body, digests);
        if (isForm()) {
            return Form.open(contentType.orElseThrow(), digested).endingWith(digested::checkAll);
        }
        // The HTTP server itself tells a cut-off body from an ended one.
        return new IncomingFile(digested, type -> Filename.ofHeader(filename, type), digested::checkAll);
    }

    /** The digest of the workbook, as far as it is known before a byte of it is read. */
    Optional<String> announcedSha256() {
        return isForm()
                ? Optional.empty()
                : digests.stream()
                        .flatMap(field -> Optional.ofNullable(field.digests().get(Algorithm.SHA_256)).stream())
                        .findFirst();
    }

    private boolean isForm() {
        return contentType.orElse("").toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA);
    }
}
