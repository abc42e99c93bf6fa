package com.zenithcapital.modelfile.upload.resumable;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.version.Delivery;
import com.zenithcapital.modelfile.version.Receipt;
import com.zenithcapital.modelfile.version.VersionIntake;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The transaction in which an upload becomes a version: both rows change, or none. */
@ApplicationScoped
class Arrival {

    private final UploadRows rows;
    private final VersionIntake intake;

    Arrival(UploadRows rows, VersionIntake intake) {
        this.rows = rows;
        this.intake = intake;
    }

    /** How it ended, and with that whose the stored object is. */
    sealed interface Outcome {

        /** What the uploader is told. */
        Optional<Receipt> receipt();

        record NewVersion(Optional<Receipt> receipt) implements Outcome {}

        /** Another request was faster with the same upload. */
        record VersionAlready(Optional<Receipt> receipt) implements Outcome {}

        /** The model has a version of the same bytes, with an object of its own. */
        record KnownBytes(Optional<Receipt> receipt) implements Outcome {}

        /** Its owner gave it up meanwhile. */
        record Terminated() implements Outcome {
            @Override
            public Optional<Receipt> receipt() {
                return Optional.empty();
            }
        }
    }

    @Transactional
    Outcome of(ObjectKey id, Delivery delivery) {
        Optional<ResumableUpload> upload = rows.lock(id);
        if (upload.isEmpty()) {
            return new Outcome.Terminated();
        }
        if (upload.get().receipt().isPresent()) {
            return new Outcome.VersionAlready(upload.get().receipt());
        }
        Receipt receipt = intake.take(delivery);
        rows.becameVersion(id, receipt.job());
        return receipt.isNew()
                ? new Outcome.NewVersion(Optional.of(receipt))
                : new Outcome.KnownBytes(Optional.of(receipt));
    }
}
