package com.zenithcapital.analytics.event;

import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;
import org.jspecify.annotations.Nullable;

/**
 * How many different visitors there were, without keeping who: a HyperLogLog sketch (Apache DataSketches, HLL_4). A class
 * because it changes as it is fed.
 *
 * <p>One visitor more costs a stored sketch a microsecond; two stored ones made one cost forty, for which both are unpacked and the
 * result is packed again. So whoever has visitors adds them to what is stored, and not a sketch of them.
 */
public final class Visitors {

    /** Binary logarithm of the number of its registers. */
    public static final int LG_K = 12;

    /** The relative standard error of a merged sketch: 1.04 / sqrt(4096), DataSketches' own bound. */
    public static final double STANDARD_ERROR = 1.04 / Math.sqrt(1 << LG_K);

    private HllSketch sketch;

    /** In the sketch's place, once there are several to be one. */
    private @Nullable HllUnion union;

    public Visitors() {
        this(new HllSketch(LG_K, TgtHllType.HLL_4));
    }

    private Visitors(HllSketch sketch) {
        this.sketch = sketch;
    }

    /** One whose estimate is taken, or that goes on counting, from its stored bytes. */
    public static Visitors of(byte[] stored) {
        return new Visitors(HllSketch.heapify(stored));
    }

    public void add(long visitor) {
        if (union == null) {
            sketch.update(visitor);
        } else {
            union.update(visitor);
        }
    }

    public void add(byte[] stored) {
        HllSketch other = HllSketch.heapify(stored);
        if (union != null) {
            union.update(other);
        } else if (sketch.isEmpty()) {
            sketch = other;
        } else {
            union = new HllUnion(LG_K);
            union.update(sketch);
            union.update(other);
        }
    }

    /**
     * Rounded: there is no half a visitor. By the registers alone, not by the order in which they filled, so that a recount
     * comes to the same number.
     */
    public long estimate() {
        return Math.round(union == null ? sketch.getCompositeEstimate() : union.getCompositeEstimate());
    }

    public byte[] toBytes() {
        return (union == null ? sketch : union.getResult(TgtHllType.HLL_4)).toCompactByteArray();
    }
}
