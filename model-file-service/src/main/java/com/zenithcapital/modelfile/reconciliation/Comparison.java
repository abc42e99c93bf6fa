package com.zenithcapital.modelfile.reconciliation;

import com.zenithcapital.modelfile.database.Database;
import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.ObjectStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * One walk over the bucket and the rows side by side, in batches. Storage lists keys in their order, which is that of the
 * column, so what the rows between two batches name and storage did not list is missing. Nothing is believed of a listing
 * alone: an object is removed when no row names its key, a row is called missing when storage denies its key.
 */
final class Comparison {

    private static final Logger LOG = Logger.getLogger(Comparison.class);
    private static final int BATCH = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final ObjectStore store;
    private final Database database;
    private final Instant time;
    private final Map<UUID, Instant> batch = new LinkedHashMap<>();

    private UUID after = FIRST;
    private int orphansRemoved;
    private int missing;

    Comparison(ObjectStore store, Database database, Instant time) {
        this.store = store;
        this.database = database;
        this.time = time;
    }

    record Counts(int orphansRemoved, int missing) {}

    void add(ObjectKey key, Instant written) {
        batch.put(key.value(), written);
        if (batch.size() == BATCH) {
            compareUntil(key.value());
        }
    }

    Counts end() {
        compareUntil(LAST);
        return new Counts(orphansRemoved, missing);
    }

    private void compareUntil(UUID last) {
        removeOrphans();
        findMissing(last);
        after = last;
        batch.clear();
    }

    private void removeOrphans() {
        Set<UUID> named = new HashSet<>(named(batch.keySet()));
        batch.forEach((key, written) -> {
            if (written.isBefore(time) && !named.contains(key)) {
                store.remove(new ObjectKey(key));
                orphansRemoved++;
                LOG.infof("orphan removed key=%s written=%s", key, written);
            }
        });
    }

    private void findMissing(UUID last) {
        for (UUID key : namedBetween(after, last)) {
            if (!batch.containsKey(key) && !store.has(new ObjectKey(key))) {
                missing++;
                LOG.errorf("object missing key=%s", key);
            }
        }
    }

    /** By the unique index on object_key. */
    private List<UUID> named(Set<UUID> keys) {
        return database.list(
                "select object_key from version where object_key = any (?::uuid[])",
                row -> row.uuid("object_key"),
                keys.stream().map(UUID::toString).toList());
    }

    /** By the unique index on object_key. */
    private List<UUID> namedBetween(UUID first, UUID last) {
        return database.list(
                "select object_key from version where object_key > ? and object_key <= ?",
                row -> row.uuid("object_key"),
                first,
                last);
    }
}
