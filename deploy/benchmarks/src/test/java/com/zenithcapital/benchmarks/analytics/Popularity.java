package com.zenithcapital.benchmarks.analytics;

import java.util.Arrays;
import java.util.Random;

/** Which of many is picked, by Zipf's law: the second half as often as the first, the third a third as often. */
final class Popularity {

    private final double[] upTo;

    Popularity(int many) {
        upTo = new double[many];
        double sum = 0;
        for (int i = 0; i < many; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    int pick(Random random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return found < 0 ? Math.min(-found - 1, upTo.length - 1) : found;
    }
}
