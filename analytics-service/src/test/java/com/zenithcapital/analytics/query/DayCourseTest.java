package com.zenithcapital.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.analytics.event.Visitors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayCourseTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-05T00:00:00Z");

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.5, 1})
    void whatIsStoredIsWhatTheQuartersOfTheDayAmountTo(double share) {
        // Given
        List<Cell> cells = cells(share);
        DayParts exact = new Quarters(MIDNIGHT, cells);

        // When
        DayCourse stored = DayCourse.read(DayCourse.of(MIDNIGHT, cells).toBytes());

        // Then
        for (int first = 0; first < DayParts.IN_A_DAY; first++) {
            for (int end = first + 1; end <= DayParts.IN_A_DAY; end++) {
                if (DayCourse.knows(first, end)) {
                    assertThat(stored.between(first, end))
                            .as("%d to %d", first, end)
                            .isEqualTo(exact.between(first, end));
                }
            }
        }
    }

    /** Of about this share of the quarters of an hour, with enough visitors for sketches of each kind. */
    private static List<Cell> cells(double share) {
        Random random = new Random(3);
        List<Cell> cells = new ArrayList<>();
        for (int quarter = 0; quarter < DayParts.IN_A_DAY; quarter++) {
            if (random.nextDouble() < share) {
                Visitors visitors = new Visitors();
                int count = random.nextInt(300);
                for (int i = 0; i <= count; i++) {
                    visitors.add(random.nextInt(5_000));
                }
                cells.add(new Cell(
                        MIDNIGHT.plusSeconds(quarter * 900L),
                        new Figures(0, random.nextInt(9), count, random.nextInt(2_000), 0, 1, random.nextInt(90_000)),
                        visitors.toBytes()));
            }
        }
        return cells;
    }
}
