package com.zenithcapital.content.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * What this instance has heard of changes, and until when it knows that it has heard of all.
 *
 * <p>Every change begins a generation. An answer carries the one that was current before its query began; it is good as
 * long as nothing it shows has changed in a later one. So an answer that was worked out while its insight changed is
 * never given, whoever puts it into the cache, and when.
 */
final class Changes {

    /** How old an answer may be at most. */
    static final Duration LEASE = Duration.ofSeconds(1);

    /** Insights share a place by their hash: an answer is then made anew once too often, at worst. */
    private static final int PLACES = 4_096;

    /**
     * How things stand before a query.
     *
     * @param lists since when every list has been what it is
     */
    record Stamp(long generation, ChangeDate lists) {}

    private final AtomicLong generation = new AtomicLong();
    private final AtomicLongArray pages = new AtomicLongArray(PLACES);
    private final AtomicLong lists = new AtomicLong();

    private volatile long provenAt = System.nanoTime() - LEASE.toNanos();
    private volatile ChangeDate listDate = ChangeDate.UNKNOWN;

    /** These two are the listener's alone. */
    private @Nullable Instant heardUntil;

    private @Nullable Instant listsChanged;

    Stamp stamp() {
        // The generation first: what is read after it can only be newer.
        long current = generation.get();
        return new Stamp(current, listDate);
    }

    /** Since when every list has been what it is. To be read before {@link #isCurrent}: later it may be too late. */
    ChangeDate listDate() {
        return listDate;
    }

    /** Whether answers may be given from memory now. */
    boolean isHearing() {
        return System.nanoTime() - provenAt < LEASE.toNanos();
    }

    boolean isCurrent(Finished answer) {
        @Nullable UUID insight = answer.insight();
        long changed = insight == null ? lists.get() : pages.get(place(insight));
        return answer.generation() >= changed;
    }

    void changed(UUID insight) {
        unknown();
        long next = generation.incrementAndGet();
        pages.accumulateAndGet(place(insight), next, Math::max);
        lists.accumulateAndGet(next, Math::max);
    }

    /** After a time in which changes may have gone unheard. */
    void allChanged() {
        unknown();
        long next = generation.incrementAndGet();
        for (int place = 0; place < PLACES; place++) {
            pages.accumulateAndGet(place, next, Math::max);
        }
        lists.accumulateAndGet(next, Math::max);
    }

    /**
     * Every change that was committed before the round trip began has been heard of.
     *
     * @param begun {@link System#nanoTime} before it began
     * @param databaseTime what the database's clock said in it
     */
    void proven(long begun, Instant databaseTime) {
        heardUntil = databaseTime;
        if (listsChanged == null) {
            listsChanged = databaseTime;
        }
        listDate = ChangeDate.ofHearing(listsChanged, databaseTime);
        provenAt = begun;
    }

    /** Nothing is known any more. */
    void lost() {
        provenAt = System.nanoTime() - LEASE.toNanos();
        heardUntil = null;
        unknown();
    }

    private void unknown() {
        listsChanged = null;
        listDate = heardUntil == null ? ChangeDate.UNKNOWN : ChangeDate.ofHearing(null, heardUntil);
    }

    private static int place(UUID insight) {
        int hash = insight.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}
