package com.zenithcapital.content.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a save.
 *
 * @param changed the fields that differ from the revision before
 * @param originRevision restored from, or merged onto; null for a plain save
 * @param note what its author says of it
 */
public record Save(
        Origin origin,
        @Nullable Integer originRevision,
        List<String> changed,
        @Nullable String note) {

    public Save {
        changed = List.copyOf(changed);
    }
}
