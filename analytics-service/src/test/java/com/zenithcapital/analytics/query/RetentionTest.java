package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.query.Asking.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.platform.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest {

    private final LocalDate monday =
            LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    @Inject
    Database database;

    @BeforeEach
    void clear() {
        database.update("delete from reader");
    }

    @Test
    void eachReaderIsInTheWeekItCameFirstAndEachWeekItCameAgain() {
        // Given
        comes("ann", 2, 1, 0);
        comes("bob", 2, 0);
        comes("cat", 1);
        comes("dan", 9, 2, 1);

        // When
        JsonPath retention = answer("retention?weeks=3");

        // Then: dan came before these weeks
        assertThat(retention.getInt("weeks")).isEqualTo(3);
        assertThat(retention.getList("items.week", String.class))
                .containsExactly(
                        monday.minusWeeks(2).toString(), monday.minusWeeks(1).toString(), monday.toString());
        assertThat(retention.getList("items.readers", Long.class)).containsExactly(2L, 1L, 0L);
        assertThat(retention.getList("items[0].returns.readers", Long.class)).containsExactly(2L, 1L, 2L);
        assertThat(retention.getList("items[0].returns.share", Double.class)).containsExactly(1.0, 0.5, 1.0);
        assertThat(retention.getList("items[1].returns.readers", Long.class)).containsExactly(1L, 0L);
        assertThat(retention.getList("items[2].returns.share", Double.class)).containsExactly(0.0);
    }

    @Test
    void unaskedItIsOfEightWeeks() {
        // When
        JsonPath retention = answer("retention");

        // Then
        assertThat(retention.getList("items")).hasSize(8);
    }

    private void comes(String reader, int... weeksAgo) {
        database.update("insert into reader values (?, ?, now())", reader, reader);
        for (int weeks : weeksAgo) {
            database.update("insert into reader_week values (?, ?)", reader, monday.minusWeeks(weeks));
        }
    }
}
