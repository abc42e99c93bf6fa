package com.zenithcapital.modelfile.storage;

import java.util.Set;

/**
 * Says which names in the bucket are somebody's beside those of versions: uploads that are not whole yet. Whoever keeps
 * such objects is a bean of this type, and asked before the reconciliation removes an object or aborts a multipart upload.
 * A claim that cannot be looked up throws: nothing is removed then.
 */
public interface ObjectClaim {

    /** Those of the names that are in use. */
    Set<String> inUse(Set<String> names);
}
