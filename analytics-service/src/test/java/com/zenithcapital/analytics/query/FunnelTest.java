package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.query.Asking.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.platform.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FunnelTest {

    @Inject
    Database database;

    @BeforeEach
    void fill() {
        database.update("delete from visit_way");
        way("2026-03-01", "home>insight>model>download", 10);
        way("2026-03-02", "insight>home>download", 20);
        way("2026-03-02", "download>insight", 40);
        way("2026-03-03", "insight>model", 5);
        way("2026-03-03", "home", 80);
        way("2026-03-04", "insight>download", 1_000);
    }

    @Test
    void aVisitReachesAStepAfterThoseBeforeItWhateverIsBetween() {
        // When
        JsonPath funnel = answer("funnel?steps=insight,download&from=2026-03-01&to=2026-03-04");

        // Then
        assertThat(funnel.getString("from")).isEqualTo("2026-03-01");
        assertThat(funnel.getString("to")).isEqualTo("2026-03-04");
        assertThat(funnel.getList("steps.name", String.class)).containsExactly("insight", "download");
        assertThat(funnel.getList("steps.visits", Long.class)).containsExactly(75L, 30L);
        assertThat(funnel.getList("steps.dropped", Long.class)).containsExactly(0L, 45L);
        assertThat(funnel.getDouble("steps[1].share")).isEqualTo(0.4);
        assertThat(funnel.getDouble("steps[1].dropRate")).isEqualTo(0.6);
    }

    @Test
    void aStepMayComeTwice() {
        // When
        JsonPath funnel = answer("funnel?steps=home,insight,home&from=2026-03-01&to=2026-03-04");

        // Then
        assertThat(funnel.getList("steps.visits", Long.class)).containsExactly(110L, 10L, 0L);
    }

    @Test
    void whereNobodyBeganThereAreNoShares() {
        // When
        JsonPath funnel = answer("funnel?steps=model,download&from=2026-02-01&to=2026-02-04");

        // Then
        assertThat(funnel.getList("steps.visits", Long.class)).containsExactly(0L, 0L);
        assertThat(funnel.<Object>get("steps[0].share")).isNull();
        assertThat(funnel.<Object>get("steps[1].dropRate")).isNull();
    }

    private void way(String day, String steps, long visits) {
        database.update("insert into visit_way values (?, ?, ?)", LocalDate.parse(day), steps, visits);
    }
}
