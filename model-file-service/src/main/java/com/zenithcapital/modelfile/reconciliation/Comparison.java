package com.zenithcapital.modelfile.reconciliation;

import com.zenithcapital.modelfile.storage.ListedObject;
import com.zenithcapital.modelfile.storage.ObjectClaim;
import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.ObjectStore;
import com.zenithcapital.platform.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One walk over the bucket and the rows side by side, in batches. Storage lists keys in their order, which is that of the
 * column, so what the rows between two batches name and storage did not list is missing. Nothing is believed of a listing
 * alone: an object is removed when no row names its key and nobody else claims it, a row is called missing when storage
 * denies its key.
 */
final class Comparison {

    private static final Logger LOG = Logger.getLogger(Comparison.class);
    private static final int BATCH = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final ObjectStore store;
    private final Database database;
    private final List<ObjectClaim> claims;
    private final Instant time;
    private final int mostRemovals;
    private final Runnable progress;
    private final List<ListedObject> batch = new ArrayList<>();

    private UUID after = FIRST;
    private long objects;
    private long bytes;
    private int orphansRemoved;
    private int orphansLeft;
    private int missing;
    private int wrongSize;

    /**
     * @param time nothing younger is removed
     * @param mostRemovals how many objects are removed at most
     * @param progress told after each batch
     */
    Comparison(
            ObjectStore store,
            Database database,
            List<ObjectClaim> claims,
            Instant time,
            int mostRemovals,
            Runnable progress) {
        this.store = store;
        this.database = database;
        this.claims = List.copyOf(claims);
        this.time = time;
        this.mostRemovals = mostRemovals;
        this.progress = progress;
    }

    Findings run() {
        store.forEach(this::add);
        compareUntil(LAST);
        int aborted = store.abortUploadsOlderThan(time, this::inUse);
        return new Findings(objects, bytes, orphansRemoved, orphansLeft, aborted, missing, wrongSize);
    }

    private void add(ListedObject object) {
        // An id's objects stay in one batch, or the second half of them would look like rows without an object.
        if (batch.size() >= BATCH && !batch.getLast().owner().equals(object.owner())) {
            compareUntil(batch.getLast().owner().value());
        }
        batch.add(object);
        objects++;
        bytes += object.size();
    }

    private void compareUntil(UUID last) {
        Map<UUID, Long> rows = sizesOfRows(last);
        removeOrphans(rows);
        findMissing(rows);
        after = last;
        batch.clear();
        progress.run();
    }

    private void removeOrphans(Map<UUID, Long> rows) {
        List<ListedObject> unnamed = batch.stream()
                .filter(object -> object.written().isBefore(time))
                .filter(object ->
                        !object.isContent() || !rows.containsKey(object.owner().value()))
                .toList();
        Set<String> inUse = inUse(unnamed.stream().map(ListedObject::name).collect(Collectors.toSet()));
        for (ListedObject object : unnamed) {
            if (inUse.contains(object.name())) {
                continue;
            }
            if (orphansRemoved == mostRemovals) {
                orphansLeft++;
                continue;
            }
            store.remove(object);
            orphansRemoved++;
            LOG.infof("orphan removed name=%s written=%s", object.name(), object.written());
        }
    }

    private void findMissing(Map<UUID, Long> rows) {
        Map<UUID, Long> listed = new HashMap<>();
        batch.stream()
                .filter(ListedObject::isContent)
                .forEach(object -> listed.put(object.owner().value(), object.size()));
        rows.forEach((key, size) -> {
            Long found = listed.get(key);
            if (found == null) {
                if (!store.has(new ObjectKey(key))) {
                    missing++;
                    LOG.errorf("object missing key=%s", key);
                }
            } else if (!found.equals(size)) {
                wrongSize++;
                LOG.errorf("object of a wrong size key=%s size=%d stored=%d", key, found, size);
            }
        });
    }

    private Set<String> inUse(Set<String> names) {
        Set<String> inUse = new HashSet<>();
        claims.forEach(claim -> inUse.addAll(claim.inUse(names)));
        return inUse;
    }

    /** The rows from behind the last batch to the end of this one, with their sizes. By the unique index on object_key. */
    private Map<UUID, Long> sizesOfRows(UUID last) {
        Map<UUID, Long> sizes = new HashMap<>();
        record Stored(UUID key, long size) {}
        database.list(
                        "select object_key, size from version where object_key > ? and object_key <= ?",
                        row -> new Stored(row.uuid("object_key"), row.number("size")),
                        after,
                        last)
                .forEach(row -> sizes.put(row.key(), row.size()));
        return sizes;
    }
}
