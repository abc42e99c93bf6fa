package com.zenithcapital.platform.proof;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A place where the system keeps what it did, read through the same interface as everybody else's: SQL, S3, the mailbox. */
@FunctionalInterface
public interface Ledger {

    /** The key of every entry, as often as there are entries of that key. */
    List<String> keys();

    /** A ledger of anything that can be listed; an item without a key is none of its entries. */
    static <T> Ledger of(Listing<T> listing, Function<? super T, Optional<String>> key) {
        return () -> listing.items().stream().map(key).flatMap(Optional::stream).toList();
    }

    /** What is there now. */
    @FunctionalInterface
    interface Listing<T> {
        List<T> items();
    }
}
