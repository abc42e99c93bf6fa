package com.zenithcapital.analytics.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last half hour is the same for all who ask: those who come while it is being read share what is read. */
@Singleton
class RealtimeLook {

    private final Supplier<Realtime> query;
    private final AtomicReference<@Nullable CompletableFuture<Realtime>> underWay = new AtomicReference<>();

    @Inject
    RealtimeLook(RealtimeQuery query) {
        this(query::answer);
    }

    RealtimeLook(Supplier<Realtime> query) {
        this.query = query;
    }

    Realtime answer() {
        CompletableFuture<Realtime> own = new CompletableFuture<>();
        @Nullable CompletableFuture<Realtime> others = underWay.compareAndExchange(null, own);
        return others == null ? look(own) : shared(others);
    }

    /** How many wait for the one who reads. */
    int sharing() {
        @Nullable CompletableFuture<Realtime> read = underWay.get();
        return read == null ? 0 : read.getNumberOfDependents();
    }

    private Realtime look(CompletableFuture<Realtime> own) {
        try {
            Realtime found = query.get();
            underWay.set(null);
            own.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            underWay.set(null);
            own.completeExceptionally(e);
            throw e;
        }
    }

    private static Realtime shared(CompletableFuture<Realtime> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
