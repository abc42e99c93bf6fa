package com.zenithcapital.local.stack;

import com.zenithcapital.local.part.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does one thing to every part, at the same time where nothing speaks against it; the first failure ends it all. */
final class PartOrder {

    private static final Duration AFTER_CANCEL = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /**
     * Returns when all is done.
     *
     * @param parts each after those that it waits for
     * @param waitsFor names of the parts that must be done before a part; those that are not among the parts do not count
     * @throws RuntimeException the first one that the action threw, when everything that was under way has ended
     */
    void forEach(List<Part> parts, Function<Part, Set<String>> waitsFor, Consumer<Part> action) {
        Map<String, CompletableFuture<@Nullable Void>> done = new HashMap<>();
        for (Part part : parts) {
            CompletableFuture<?>[] before = waitsFor.apply(part).stream()
                    .filter(done::containsKey)
                    .map(done::get)
                    .toArray(CompletableFuture[]::new);
            done.put(part.name(), CompletableFuture.allOf(before).thenRunAsync(() -> run(action, part), threads));
        }
        try {
            CompletableFuture.allOf(done.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            RuntimeException first = failure.get();
            throw first == null ? e : first;
        } finally {
            cancel();
        }
    }

    /** Interrupts what is under way and waits for it. */
    void cancel() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(AFTER_CANCEL.toSeconds(), TimeUnit.SECONDS)) {
                throw new StackFailure("A part did not heed an interruption for " + AFTER_CANCEL.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Consumer<Part> action, Part part) {
        try {
            action.accept(part);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            threads.shutdownNow();
            throw e;
        }
    }
}
