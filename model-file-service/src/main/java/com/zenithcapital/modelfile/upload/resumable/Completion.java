package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.modelfile.storage.PartialObjects;
import com.zenithcapital.modelfile.storage.StorageException;
import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.upload.Filename;
import com.zenithcapital.modelfile.version.Delivery;
import com.zenithcapital.modelfile.version.MediaType;
import com.zenithcapital.modelfile.version.Receipt;
import com.zenithcapital.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Makes a version of an upload whose every byte is here. Each step may be done again, by whoever comes next: the request that
 * brought the last byte, a client that asks how far it is, or the sweep after a kill. The last step is one transaction,
 * so there is one version however often the others were done.
 */
@ApplicationScoped
class Completion {

    private static final Logger LOG = Logger.getLogger(Completion.class);

    private final UploadRows rows;
    private final PartialObjects partial;
    private final ObjectStore store;
    private final Arrival arrival;

    Completion(UploadRows rows, PartialObjects partial, ObjectStore store, Arrival arrival) {
        this.rows = rows;
        this.partial = partial;
        this.store = store;
        this.arrival = arrival;
    }

    /**
     * @param digest of the workbook, if it came in one piece; else it is read back from storage, since a digest's state
     *     does not move between requests
     */
    Receipt complete(ResumableUpload upload, Optional<Sha256> digest) {
        partial.complete(upload.id(), upload.multipartId(), rows.parts(upload.id()));
        StoredObject object = digest.map(known -> new StoredObject(upload.id(), upload.length(), known))
                .orElseGet(() -> partial.stored(upload.id()));
        if (object.size() != upload.length()) {
            throw new IllegalStateException("The upload %s has %d bytes in storage and %d in its row"
                    .formatted(upload.id(), object.size(), upload.length()));
        }
        Arrival.Outcome outcome = arrival.of(upload.id(), delivery(upload, object));
        switch (outcome) {
            case Arrival.Outcome.NewVersion _, Arrival.Outcome.VersionAlready _ -> {
                // The object is the version's.
            }
            case Arrival.Outcome.KnownBytes _, Arrival.Outcome.Terminated _ -> discard(upload.id());
        }
        return outcome.receipt()
                .orElseThrow(() -> NOT_FOUND.because("The upload was terminated while it was completed."));
    }

    private static Delivery delivery(ResumableUpload upload, StoredObject object) {
        MediaType type = upload.type().orElseThrow();
        Optional<String> filename = UploadMetadata.parse(upload.metadata()).filename();
        return new Delivery(
                upload.model(),
                object,
                Filename.ofPart(filename.orElse(null), type),
                type,
                upload.owner(),
                upload.mail(),
                Optional.empty());
    }

    private void discard(ObjectKey object) {
        try {
            store.remove(object);
        } catch (StorageException e) {
            LOG.warnf(e, "object left to the reconciliation key=%s", object);
        }
    }
}
