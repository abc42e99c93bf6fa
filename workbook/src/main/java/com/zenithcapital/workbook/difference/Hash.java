package com.zenithcapital.workbook.difference;

/** 64-bit hashes that stand for contents. Nobody gains by a collision: at worst, a difference goes unsaid. */
final class Hash {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash() {}

    static long start() {
        return FNV_OFFSET;
    }

    static long add(long hash, long value) {
        return (hash ^ value) * FNV_PRIME;
    }

    static long add(long hash, CharSequence text) {
        long sum = hash;
        for (int at = 0; at < text.length(); at++) {
            sum = (sum ^ text.charAt(at)) * FNV_PRIME;
        }
        return sum;
    }

    static long of(CharSequence text) {
        return mix(add(FNV_OFFSET, text));
    }

    /** Spreads each bit over all (the finalizer of MurmurHash3), so that sums of hashes collide as seldom as hashes. */
    static long mix(long hash) {
        long h = hash;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
