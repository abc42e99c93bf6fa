package com.zenithcapital.analytics.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far the estimates are from what was counted exactly, with a million visitors. */
class VisitorsTest {

    private static final int MILLION = 1_000_000;
    private static final int QUARTERS_OF_A_DAY = 96;

    /** Of 1,000 estimates 997 are within three standard errors; which visitors these are never changes here. */
    private static final double THREE = 3;

    @Test
    void aMillionVisitorsOfADayAreEstimatedAsStatedHoweverTheyCame() {
        // Given: each looks at something in one to eight quarters of an hour
        SplittableRandom random = new SplittableRandom(20_261_128);
        Visitors[] quarters = newSketches(QUARTERS_OF_A_DAY);
        for (int i = 0; i < MILLION; i++) {
            long visitor = random.nextLong();
            int times = 1 + random.nextInt(8);
            for (int look = 0; look < times; look++) {
                quarters[random.nextInt(QUARTERS_OF_A_DAY)].add(visitor);
            }
        }

        // When: merged as they are stored
        Visitors day = new Visitors();
        for (Visitors quarter : quarters) {
            day.add(quarter.toBytes());
        }

        // Then
        assertThat(error(day, MILLION)).isLessThan(THREE * Visitors.STANDARD_ERROR);
    }

    @Test
    void theStatedErrorIsTheErrorOfManyEstimates() {
        // Given: the same million, by the fifty pages that one of them looked at
        SplittableRandom random = new SplittableRandom(7);
        int pages = 50;
        Visitors[] halves = newSketches(2 * pages);
        for (int i = 0; i < MILLION; i++) {
            halves[i % pages].add(random.nextLong());
        }
        // Half of each page's come back later in the day, to the other cell of their page.
        random = new SplittableRandom(7);
        for (int i = 0; i < MILLION; i++) {
            long visitor = random.nextLong();
            if (i / pages % 2 == 0) {
                halves[pages + i % pages].add(visitor);
            }
        }

        // When
        double meanSquare = IntStream.range(0, pages)
                .mapToDouble(page -> {
                    Visitors both = new Visitors();
                    both.add(halves[page].toBytes());
                    both.add(halves[pages + page].toBytes());
                    double error = error(both, MILLION / pages);
                    return error * error;
                })
                .average()
                .orElseThrow();

        // Then: a root mean square of fifty is itself off by a tenth
        assertThat(Math.sqrt(meanSquare)).isLessThan(1.2 * Visitors.STANDARD_ERROR);
    }

    @Test
    void fewVisitorsAreCountedAllButExactly() {
        // Given
        SplittableRandom random = new SplittableRandom(3);
        Visitors few = new Visitors();

        // When
        random.longs(100).forEach(few::add);

        // Then
        assertThat(Visitors.of(few.toBytes()).estimate()).isEqualTo(100);
    }

    private static double error(Visitors estimated, int exact) {
        return Math.abs(estimated.estimate() - exact) / (double) exact;
    }

    private static Visitors[] newSketches(int number) {
        return IntStream.range(0, number).mapToObj(_ -> new Visitors()).toArray(Visitors[]::new);
    }
}
