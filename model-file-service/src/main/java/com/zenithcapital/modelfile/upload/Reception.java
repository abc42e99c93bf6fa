package com.zenithcapital.modelfile.upload;

import static com.zenithcapital.modelfile.upload.UploadProblem.UPLOAD_INTERRUPTED;
import static com.zenithcapital.platform.problem.CommonProblem.INSUFFICIENT_STORAGE;
import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.storage.ObjectUpload;
import com.zenithcapital.modelfile.storage.StorageException;
import com.zenithcapital.modelfile.storage.StorageFullException;
import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.storage.TooLargeException;
import com.zenithcapital.modelfile.upload.Slots.Slot;
import com.zenithcapital.modelfile.version.DailyBytes;
import com.zenithcapital.modelfile.version.Delivery;
import com.zenithcapital.modelfile.version.MediaType;
import com.zenithcapital.modelfile.version.Receipt;
import com.zenithcapital.modelfile.version.VersionIntake;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jboss.logging.Logger;

/**
 * Takes a body in: its first bytes are looked at, it streams to storage, and becomes a version on its last byte. Whatever
 * fails before that leaves neither a row nor an object; what is killed leaves an object that the reconciliation removes.
 */
@ApplicationScoped
class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);

    private final ObjectStore store;
    private final VersionIntake intake;
    private final DailyBytes quota;
    private final Slots slots;
    private final UploadConfig config;

    Reception(ObjectStore store, VersionIntake intake, DailyBytes quota, Slots slots, UploadConfig config) {
        this.store = store;
        this.intake = intake;
        this.quota = quota;
        this.slots = slots;
        this.config = config;
    }

    /** Refuses a body by its length alone, before it is read. */
    void checkLength(UploadRequest request) {
        if (request.length().orElse(0L) > config.maxSize().asLongValue() + request.formOverhead()) {
            throw tooLarge();
        }
    }

    Receipt receive(UploadRequest request, InputStream body) {
        quota.check(request.uploader(), request.length().orElse(1L));
        try (Slot _ = slots.take(request.uploader());
                PacedBody paced = PacedBody.watched(body, config)) {
            return receiveFile(request, request.open(paced));
        } catch (TooLargeException e) {
            throw tooLarge().causedBy(e);
        } catch (StorageFullException e) {
            throw INSUFFICIENT_STORAGE
                    .because("There is no room for the workbook in storage. Nothing was kept; the operators know.")
                    .causedBy(e);
        } catch (StorageException e) {
            throw UNAVAILABLE
                    .because("Storage does not answer. Nothing was kept: send the workbook again in a few seconds.")
                    .causedBy(e);
        } catch (IOException e) {
            throw UPLOAD_INTERRUPTED
                    .because("The body ended before its end. Nothing was kept: send it again.")
                    .causedBy(e);
        }
    }

    private Receipt receiveFile(UploadRequest request, IncomingFile file) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(file.bytes(), Signature.LENGTH);
        MediaType type = Signature.check(bytes);
        StoredObject object;
        try (ObjectUpload upload = store.begin()) {
            upload.transferFrom(bytes, config.maxSize().asLongValue());
            file.end().read();
            object = upload.complete();
        }
        return take(new Delivery(
                request.model(),
                object,
                file.name().apply(type),
                type,
                request.uploader(),
                request.mail(),
                request.idempotencyKey()));
    }

    /**
     * When the transaction fails otherwise than by a plain refusal, nobody knows whether it was committed: the object
     * stays, and the reconciliation decides.
     */
    private Receipt take(Delivery delivery) {
        try {
            Receipt receipt = intake.take(delivery);
            if (!receipt.isNew()) {
                discard(delivery.object());
            }
            return receipt;
        } catch (ProblemException e) {
            discard(delivery.object());
            throw e;
        }
    }

    private void discard(StoredObject object) {
        try {
            store.remove(object.key());
        } catch (StorageException e) {
            LOG.warnf(e, "object left to the reconciliation key=%s", object.key());
        }
    }

    private ProblemException tooLarge() {
        return PAYLOAD_TOO_LARGE.because(
                "A workbook may have %d bytes.".formatted(config.maxSize().asLongValue()));
    }
}
