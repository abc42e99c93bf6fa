package com.zenithcapital.modelfile.storage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * An object as storage lists it.
 *
 * @param name its whole name
 * @param owner the upload's id its name begins with
 * @param size in bytes
 */
public record ListedObject(String name, ObjectKey owner, long size, Instant written) {

    private static final int ID = 36;

    public ListedObject {
        requireNonNull(name, "name is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(written, "written is null");
    }

    /** Whether it is what a version's row names, and not something kept beside an upload, such as {@code <id>.part}. */
    public boolean isContent() {
        return name.length() == ID;
    }

    /** The id that a name of ours begins with; empty for a name that is none of ours. */
    static Optional<ObjectKey> ownerOf(String name) {
        if (name.length() > ID && name.charAt(ID) != '.') {
            return Optional.empty();
        }
        return name.length() < ID ? Optional.empty() : ObjectKey.parse(name.substring(0, ID));
    }
}
