package com.zenithcapital.analytics.event;

import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;

/**
 * How many different visitors there were, without keeping who: a HyperLogLog sketch (Apache DataSketches, HLL_4). A
 * class because it changes as it is fed.
 */
public final class Visitors {

    /** Binary logarithm of the number of its registers. */
    public static final int LG_K = 12;

    /** The relative standard error of a merged sketch: 1.04 / sqrt(4096), DataSketches' own bound. */
    public static final double STANDARD_ERROR = 1.04 / Math.sqrt(1 << LG_K);

    private final HllUnion union = new HllUnion(LG_K);

    /** One whose estimate is taken, or that goes on counting, from its stored bytes. */
    public static Visitors of(byte[] stored) {
        Visitors visitors = new Visitors();
        visitors.add(stored);
        return visitors;
    }

    public void add(long visitor) {
        union.update(visitor);
    }

    public void add(byte[] stored) {
        union.update(HllSketch.heapify(stored));
    }

    public void add(Visitors others) {
        union.update(others.union.getResult(TgtHllType.HLL_8));
    }

    /**
     * Rounded: there is no half a visitor. By the registers alone, not by the order in which they filled, so that a
     * recount comes to the same number.
     */
    public long estimate() {
        return Math.round(union.getCompositeEstimate());
    }

    public boolean isEmpty() {
        return union.isEmpty();
    }

    public byte[] toBytes() {
        return union.getResult(TgtHllType.HLL_4).toCompactByteArray();
    }
}
