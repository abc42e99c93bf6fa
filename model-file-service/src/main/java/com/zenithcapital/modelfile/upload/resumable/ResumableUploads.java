package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.modelfile.upload.UploadProblem.EMPTY_UPLOAD;
import static com.zenithcapital.modelfile.upload.UploadProblem.NOT_A_WORKBOOK;
import static com.zenithcapital.modelfile.upload.UploadProblem.UPLOAD_INTERRUPTED;
import static com.zenithcapital.modelfile.upload.resumable.ResumableProblem.OFFSET_MISMATCH;
import static com.zenithcapital.modelfile.upload.resumable.ResumableProblem.UPLOAD_COMPLETE;
import static com.zenithcapital.modelfile.upload.resumable.ResumableProblem.UPLOAD_EXPIRED;
import static com.zenithcapital.platform.problem.CommonProblem.INSUFFICIENT_STORAGE;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;
import static com.zenithcapital.platform.problem.CommonProblem.TOO_MANY_REQUESTS;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.PartialObjects;
import com.zenithcapital.modelfile.storage.StorageException;
import com.zenithcapital.modelfile.storage.StorageFullException;
import com.zenithcapital.modelfile.upload.PacedBody;
import com.zenithcapital.modelfile.upload.Slots;
import com.zenithcapital.modelfile.upload.Slots.Slot;
import com.zenithcapital.modelfile.upload.UploadConfig;
import com.zenithcapital.modelfile.upload.resumable.ChunkWriter.Written;
import com.zenithcapital.modelfile.version.ModelRows;
import com.zenithcapital.modelfile.version.Receipt;
import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.digest.Sha256;
import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Resumable uploads as their owner uses them: begun, gone on with from where they are, looked at, given up. */
@ApplicationScoped
class ResumableUploads {

    private static final Logger LOG = Logger.getLogger(ResumableUploads.class);

    private final UploadRows rows;
    private final PartialObjects store;
    private final Completion completion;
    private final ModelRows models;
    private final Slots slots;
    private final UploadConfig limits;
    private final ResumableConfig config;
    private final Clock clock;

    ResumableUploads(
            UploadRows rows,
            PartialObjects store,
            Completion completion,
            ModelRows models,
            Slots slots,
            UploadConfig limits,
            ResumableConfig config,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.completion = completion;
        this.models = models;
        this.slots = slots;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
    }

    /** Begins an upload of a known length; nothing of it is here yet. */
    ResumableUpload create(UserId owner, Optional<String> mail, UploadMetadata metadata, long length) {
        if (length == 0) {
            throw EMPTY_UPLOAD.because("A workbook has bytes: Upload-Length is 0.");
        }
        if (length > limits.maxSize().asLongValue()) {
            throw PAYLOAD_TOO_LARGE.because("A workbook may have %d bytes; Upload-Length is %d."
                    .formatted(limits.maxSize().asLongValue(), length));
        }
        models.require(metadata.model());
        if (rows.open(owner) >= config.maxOpenPerUser()) {
            throw TOO_MANY_REQUESTS.because(
                    "You have %d uploads open. End one, or wait until one expires.".formatted(config.maxOpenPerUser()));
        }
        ObjectKey id = new ObjectKey(Ids.next());
        ResumableUpload upload = new ResumableUpload(
                id,
                metadata.model(),
                owner,
                mail,
                metadata.text(),
                length,
                0,
                storing(() -> store.begin(id)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CorrelationId.current(),
                clock.instant());
        rows.insert(upload);
        LOG.infof("upload begun upload=%s model=%s length=%d", id, metadata.model(), length);
        return upload;
    }

    /**
     * Begins an upload with its first bytes. What would be refused of them is refused before: of an upload that was begun all
     * the same the client would not learn the address, and it would count as open until it expires.
     */
    ResumableUpload create(
            UserId owner,
            Optional<String> mail,
            UploadMetadata metadata,
            long length,
            Optional<Long> bodyLength,
            Optional<UploadChecksum> checksum,
            InputStream body) {
        checkFits(bodyLength, length);
        try (Slot _ = slots.take(owner)) {
            return append(create(owner, mail, metadata, length), 0, checksum, body);
        }
    }

    /** An upload of the caller's, as it is now, without disturbing who writes to it. */
    ResumableUpload look(UserId caller, ObjectKey id) {
        ResumableUpload upload = rows.find(id)
                .filter(found -> found.owner().equals(caller))
                .orElseThrow(() -> NOT_FOUND.because("There is no upload %s of yours.".formatted(id)));
        if (upload.receipt().isEmpty() && expires(upload).isBefore(clock.instant())) {
            throw UPLOAD_EXPIRED.because(
                    "The upload stood still for too long, and its bytes were given up. Begin anew.");
        }
        return upload;
    }

    /**
     * How far an upload is, for a client that wants to go on: whoever wrote to it before is let go, so that the answer
     * stays true until the client's next request.
     */
    ResumableUpload settle(UserId caller, ObjectKey id) {
        ResumableUpload upload = look(caller, id);
        if (upload.receipt().isPresent()) {
            return upload;
        }
        rows.letGo(id);
        ResumableUpload settled = look(caller, id);
        return settled.isWhole() && settled.receipt().isEmpty() ? completed(settled, Optional.empty()) : settled;
    }

    /** Goes on with an upload at an offset, and completes it on its last byte. */
    ResumableUpload append(
            UserId caller,
            ObjectKey id,
            long offset,
            Optional<Long> length,
            Optional<UploadChecksum> checksum,
            InputStream body) {
        ResumableUpload upload = look(caller, id);
        checkOffset(upload, offset);
        checkFits(length, upload.length() - offset);
        if (upload.isWhole()) {
            // The answer to the last request was lost, and the client asks again.
            return upload.receipt().isPresent() ? upload : completed(upload, Optional.empty());
        }
        try (Slot _ = slots.take(caller)) {
            return append(upload, offset, checksum, body);
        }
    }

    private ResumableUpload append(
            ResumableUpload found, long offset, Optional<UploadChecksum> checksum, InputStream body) {
        UUID writer = UUID.randomUUID();
        if (!rows.claim(found.id(), writer, offset)) {
            checkOffset(look(found.owner(), found.id()), offset);
            // It changed between two looks: whoever changed it goes on.
            throw OFFSET_MISMATCH.because("Another request goes on with this upload. Ask with HEAD how far it is.");
        }
        // Looked at again as its writer: a tail may have been replaced, though the offset is the same.
        ResumableUpload upload = look(found.owner(), found.id());
        Written written;
        try (PacedBody paced = PacedBody.watched(body, limits);
                ChunkWriter chunks = new ChunkWriter(rows, store, upload, writer, checksum)) {
            written = chunks.write(paced);
        } catch (StorageException e) {
            throw unavailable(e);
        } catch (IOException e) {
            throw UPLOAD_INTERRUPTED
                    .because("The body ended before its end. What came of it is kept: ask with HEAD how far it is.")
                    .causedBy(e);
        } catch (ProblemException e) {
            if (e.problem() == NOT_A_WORKBOOK) {
                remove(upload);
            }
            throw e;
        }
        ResumableUpload now = look(upload.owner(), upload.id());
        return written.received() == upload.length() ? completed(now, written.digest()) : now;
    }

    private static void checkFits(Optional<Long> bodyLength, long left) {
        if (bodyLength.orElse(0L) > left) {
            throw PAYLOAD_TOO_LARGE.because(
                    "%d bytes are left of the upload; the body has %d.".formatted(left, bodyLength.orElse(0L)));
        }
    }

    /** Gives an upload up, with all its bytes. */
    void terminate(UserId caller, ObjectKey id) {
        ResumableUpload upload = rows.find(id)
                .filter(found -> found.owner().equals(caller))
                .orElseThrow(() -> NOT_FOUND.because("There is no upload %s of yours.".formatted(id)));
        if (!remove(upload)) {
            throw UPLOAD_COMPLETE.because("The upload became a version of the model. It stays.");
        }
    }

    /** Forgets an upload that is no version; false when it became one meanwhile. */
    boolean remove(ResumableUpload upload) {
        if (!rows.remove(upload.id())) {
            return rows.find(upload.id()).isEmpty();
        }
        try {
            store.abort(upload.id(), upload.multipartId());
            upload.tail().ifPresent(tail -> store.removeTail(upload.id(), tail.key()));
        } catch (StorageException e) {
            LOG.warnf("parts left to the reconciliation upload=%s cause=%s", upload.id(), e.getMessage());
        }
        LOG.infof("upload removed upload=%s received=%d length=%d", upload.id(), upload.received(), upload.length());
        return true;
    }

    /** The upload with what it became. */
    ResumableUpload completed(ResumableUpload upload, Optional<Sha256> digest) {
        try {
            Receipt receipt = completion.complete(upload, digest);
            LOG.infof("upload completed upload=%s job=%s version=%d", upload.id(), receipt.job(), receipt.version());
        } catch (StorageException e) {
            // Another request may have completed it, and removed what we were looking for.
            if (rows.find(upload.id()).flatMap(ResumableUpload::receipt).isEmpty()) {
                throw unavailable(e);
            }
        }
        return look(upload.owner(), upload.id());
    }

    /** When an upload expires if nothing more of it comes. */
    Instant expires(ResumableUpload upload) {
        return upload.touched().plus(config.expiry());
    }

    private static void checkOffset(ResumableUpload upload, long offset) {
        if (upload.received() != offset) {
            throw OFFSET_MISMATCH.because(
                    "The upload is at byte %d, and Upload-Offset says %d.".formatted(upload.received(), offset));
        }
    }

    private static <T> T storing(Supplier<T> work) {
        try {
            return work.get();
        } catch (StorageException e) {
            throw unavailable(e);
        }
    }

    private static ProblemException unavailable(StorageException cause) {
        if (cause instanceof StorageFullException) {
            return INSUFFICIENT_STORAGE
                    .because("Storage is full. What was counted is kept; an operator has to make room.")
                    .causedBy(cause);
        }
        return UNAVAILABLE
                .because("Storage does not answer. What was counted is kept: ask with HEAD in a few seconds.")
                .causedBy(cause);
    }
}
