package com.zenithcapital.modelfile.upload.resumable;

import static com.zenithcapital.modelfile.upload.resumable.ResumableProblem.TAKEN_OVER;
import static com.zenithcapital.platform.problem.CommonProblem.PAYLOAD_TOO_LARGE;

import com.zenithcapital.modelfile.storage.PartFile;
import com.zenithcapital.modelfile.storage.PartialObjects;
import com.zenithcapital.modelfile.storage.PartialObjects.Part;
import com.zenithcapital.modelfile.storage.StorageException;
import com.zenithcapital.modelfile.upload.Signature;
import com.zenithcapital.modelfile.upload.resumable.ResumableUpload.Tail;
import com.zenithcapital.modelfile.upload.resumable.UploadRows.Progress;
import com.zenithcapital.modelfile.version.MediaType;
import com.zenithcapital.platform.digest.Sha256;
import com.zenithcapital.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Writes the bytes of one request behind those that are kept, a part at a time. A part counts as soon as it is stored, and what a
 * broken connection leaves of the next one is kept as the tail; only under a checksum nothing counts before the end, because
 * nothing may that it does not hold for.
 */
final class ChunkWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ChunkWriter.class);
    private static final int CHUNK = 64 * 1024;

    private final UploadRows rows;
    private final PartialObjects store;
    private final ResumableUpload upload;
    private final UUID writer;
    private final Optional<UploadChecksum> checksum;
    private final PartFile part;
    private final byte[] chunk = new byte[CHUNK];
    private final List<Part> uncounted = new ArrayList<>();
    /** Of the whole workbook, when all of it comes in this request. */
    private final Optional<Sha256.Running> digest;

    /** The tail that the row names. */
    private Optional<Tail> tail;

    private Optional<MediaType> type;
    private long inParts;

    ChunkWriter(
            UploadRows rows,
            PartialObjects store,
            ResumableUpload upload,
            UUID writer,
            Optional<UploadChecksum> checksum) {
        this.rows = rows;
        this.store = store;
        this.upload = upload;
        this.writer = writer;
        this.checksum = checksum;
        this.part = store.newPart();
        this.digest = upload.received() == 0 ? Optional.of(Sha256.running()) : Optional.empty();
        this.tail = upload.tail();
        this.type = upload.type();
        this.inParts = upload.inParts();
    }

    /** How a request ended that was not broken off. */
    record Written(long received, Optional<Sha256> digest) {}

    /**
     * Takes the body to its end.
     *
     * @throws IOException when the body fails; what came of it before is kept
     * @throws StorageException when storage fails; what was counted before is kept
     */
    Written write(InputStream body) throws IOException {
        tail.ifPresent(kept -> store.readTail(upload.id(), kept.key(), part, kept.size()));
        try {
            read(body);
        } catch (IOException e) {
            keepWhatCame();
            throw e;
        } catch (ProblemException e) {
            // A body that was too slow has brought something too.
            if (e.getCause() instanceof IOException) {
                keepWhatCame();
            }
            throw e;
        }
        checksum.ifPresent(UploadChecksum::check);
        if (position() == upload.length()) {
            storePart();
            count(Optional.empty());
            return new Written(position(), digest.map(Sha256.Running::end));
        }
        storeTail();
        return new Written(position(), Optional.empty());
    }

    @Override
    public void close() {
        part.close();
    }

    private void read(InputStream body) throws IOException {
        while (true) {
            long left = upload.length() - position();
            if (left == 0) {
                if (body.read() >= 0) {
                    throw PAYLOAD_TOO_LARGE.because(
                            "More came than the %d bytes that Upload-Length announced.".formatted(upload.length()));
                }
                return;
            }
            if (part.room() == 0) {
                storePart();
                if (checksum.isEmpty()) {
                    count(Optional.empty());
                }
            }
            int read = body.read(chunk, 0, (int) Math.min(Math.min(chunk.length, part.room()), left));
            if (read < 0) {
                return;
            }
            take(read);
        }
    }

    private void take(int read) {
        checksum.ifPresent(sum -> sum.update(chunk, 0, read));
        digest.ifPresent(running -> running.update(chunk, 0, read));
        part.append(chunk, read);
        if (type.isEmpty() && inParts == 0 && (part.size() >= Signature.LENGTH || position() == upload.length())) {
            type = Optional.of(Signature.check(part.first(Math.min(part.size(), Signature.LENGTH))));
        }
    }

    private long position() {
        return inParts + part.size();
    }

    /** Stores what came under a number of its own: what a writer of before stores late replaces nothing of ours. */
    private void storePart() {
        int number = rows.nextPart(upload.id(), writer).orElseThrow(this::takenOver);
        uncounted.add(store.putPart(upload.id(), upload.multipartId(), number, part));
        inParts += part.size();
        part.clear();
    }

    private void storeTail() {
        if (position() == upload.received() && uncounted.isEmpty()) {
            return; // nothing came, or nothing beyond what was counted
        }
        if (part.size() == 0) {
            count(Optional.empty());
            return;
        }
        Tail next = new Tail(UUID.randomUUID(), part.size());
        store.putTail(upload.id(), next.key(), part);
        try {
            count(Optional.of(next));
        } catch (ProblemException e) {
            discard(next);
            throw e;
        }
    }

    private void count(Optional<Tail> next) {
        Progress progress =
                new Progress(uncounted, inParts + next.map(Tail::size).orElse(0), next, type);
        if (!rows.record(upload.id(), writer, progress)) {
            throw takenOver();
        }
        uncounted.clear();
        tail.ifPresent(this::discard);
        tail = next;
    }

    /** Best effort: the body has failed already, and its sender is told so, or gone. */
    private void keepWhatCame() {
        if (checksum.isPresent()) {
            return;
        }
        try {
            storeTail();
        } catch (StorageException | ProblemException e) {
            LOG.infof("tail not kept upload=%s cause=%s", upload.id(), e.getMessage());
        }
    }

    private void discard(Tail old) {
        try {
            store.removeTail(upload.id(), old.key());
        } catch (StorageException e) {
            LOG.warnf("tail left to the reconciliation upload=%s cause=%s", upload.id(), e.getMessage());
        }
    }

    private ProblemException takenOver() {
        return TAKEN_OVER.because("Another request goes on with this upload. Ask with HEAD how far it is.");
    }
}
