package com.zenithcapital.analytics.query;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The last half hour is the same for all who ask: those who come while it is being read share what is read. */
@Singleton
class RealtimeLook {

    private final RealtimeQuery query;
    private final AtomicReference<@Nullable CompletableFuture<Realtime>> underWay = new AtomicReference<>();

    RealtimeLook(RealtimeQuery query) {
        this.query = query;
    }

    Realtime answer() {
        CompletableFuture<Realtime> own = new CompletableFuture<>();
        @Nullable CompletableFuture<Realtime> others = underWay.compareAndExchange(null, own);
        return others == null ? look(own) : shared(others);
    }

    private Realtime look(CompletableFuture<Realtime> own) {
        try {
            Realtime found = query.answer();
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
