package com.zenithcapital.workbook.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads parts two at a time, the largest first, and answers in the order they were given. */
public final class InParallel {

    /** As many as the cores of the smallest machine; each takes a parser's buffers of a fixed heap. */
    private static final int THREADS = 2;

    private InParallel() {}

    /** @param bytes how long it will take, roughly */
    public record Task<T extends @Nullable Object>(long bytes, Callable<T> work) {}

    /** Where several tasks fail, the first in the given order decides, so that a file always gets the same answer. */
    public static <T extends @Nullable Object> List<T> run(List<Task<T>> tasks) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().factory());
        try {
            List<Future<T>> futures = submit(threads, tasks);
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T extends @Nullable Object> List<Future<T>> submit(ExecutorService threads, List<Task<T>> tasks) {
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < tasks.size(); index++) {
            order.add(index);
        }
        order.sort(Comparator.comparingLong((Integer index) -> tasks.get(index).bytes())
                .reversed());
        SortedMap<Integer, Future<T>> futures = new TreeMap<>();
        for (int index : order) {
            futures.put(index, threads.submit(tasks.get(index).work()));
        }
        return List.copyOf(futures.values());
    }

    private static <T extends @Nullable Object> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RuntimeException rejectedOrFault -> throw rejectedOrFault;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
