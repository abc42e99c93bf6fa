package com.zenithcapital.platform.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends events, of each key one at a time and the next only after the broker's acknowledgement, keys side by side. An
 * idempotent producer alone would not keep the order: it gives one event up after a time and sends the next.
 *
 * <p>One thread calls it; the producer's thread hands in receipts through a queue.
 */
final class Courier {

    private final Mailbox mailbox;
    private final BlockingQueue<Receipt> arrived = new LinkedBlockingQueue<>();

    /** The events of each busy key: the first is under way, the others wait behind it. */
    private final Map<String, Deque<OutboxRow>> chains = new HashMap<>();

    Courier(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** The keys with an event under way: no others of them must be taken. */
    Set<String> busyKeys() {
        return Set.copyOf(chains.keySet());
    }

    /** How many events it holds, under way or waiting. */
    int held() {
        return chains.values().stream().mapToInt(Deque::size).sum();
    }

    boolean isIdle() {
        return chains.isEmpty();
    }

    /** Takes events of keys that are not busy, in their order. */
    void take(List<OutboxRow> rows) {
        List<OutboxRow> heads = new ArrayList<>();
        for (OutboxRow row : rows) {
            Deque<OutboxRow> chain = chains.computeIfAbsent(row.key(), key -> new ArrayDeque<>());
            if (chain.isEmpty()) {
                heads.add(row);
            }
            chain.add(row);
        }
        for (OutboxRow head : heads) {
            if (isOutOfReach(head.topic())) {
                // Asking again would block again; its turn comes when the topic's rest is over.
                chains.remove(head.key());
            } else {
                mailbox.post(head, arrived::add);
            }
        }
    }

    /** What has come back within this time, sending on meanwhile; at once when nothing is under way. */
    List<Receipt> collect(Duration window) throws InterruptedException {
        List<Receipt> collected = new ArrayList<>();
        long end = System.nanoTime() + window.toNanos();
        while (!isIdle()) {
            @Nullable Receipt receipt = arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (receipt == null) {
                break;
            }
            collected.add(receipt);
            proceed(receipt);
        }
        return collected;
    }

    /** Sends nothing more, and returns what has come back of what is under way within this time. */
    List<Receipt> finish(Duration patience) throws InterruptedException {
        chains.replaceAll((key, chain) -> new ArrayDeque<>(List.of(chain.element())));
        List<Receipt> collected = collect(patience);
        chains.clear();
        return collected;
    }

    private void proceed(Receipt receipt) {
        OutboxRow row = receipt.row();
        @Nullable Deque<OutboxRow> chain = chains.get(row.key());
        if (chain == null || chain.element().position() != row.position()) {
            // It was given up long ago, when a session broke, and is told now.
            return;
        }
        chain.remove();
        if (chain.isEmpty() || !receipt.isPublished()) {
            chains.remove(row.key());
        } else {
            mailbox.post(chain.element(), arrived::add);
        }
    }

    private boolean isOutOfReach(String topic) {
        return arrived.stream()
                .anyMatch(receipt ->
                        receipt.isTopicOutOfReach() && receipt.row().topic().equals(topic));
    }
}
