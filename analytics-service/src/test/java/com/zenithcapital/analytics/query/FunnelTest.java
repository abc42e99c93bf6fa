package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.query.Asking.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.platform.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FunnelTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    @Inject
    Settling settling;

    @Inject
    Database database;

    @BeforeEach
    void fill() {
        database.update("truncate visit_way, visit_way_day, visit_way_span, visit_way_span_state");
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

    @Test
    void addedUpBeforehandItIsTheSame() {
        // Given
        for (LocalDate day = LocalDate.parse("2026-01-03"); day.isBefore(FIRST); day = day.plusDays(1)) {
            way(day.toString(), "home>insight", day.getDayOfYear());
            way(day.toString(), "insight>download", 1);
        }
        List<Long> before = visits();

        // When
        settleAll();

        // Then
        assertThat(visits()).isEqualTo(before);
        assertThat(blocks(8)).isGreaterThanOrEqualTo(7);
        assertThat(blocks(64)).isGreaterThanOrEqualTo(1);
        // Six blocks of eight days begin on 3 January, and are all that is read of them.
        database.update("delete from visit_way where day < date '2026-02-20'");
        assertThat(visits()).isEqualTo(before);
    }

    @Test
    void aWayThatChangesLateIsInTheAnswerAtOnceAndInABlockAnHourLater() {
        // Given
        settleAll();
        way("2026-03-02", "insight>model", 7);

        // When
        List<Long> changed = visits();

        // Then
        assertThat(changed).containsExactly(75L + 7, 30L);
        assertThat(settling.settleOne()).isFalse();
        database.update("update visit_way_span_state set settled_at = settled_at - interval '2 hours'");
        assertThat(settling.settleOne()).isTrue();
        settleAll();
        assertThat(visits()).isEqualTo(changed);
    }

    private List<Long> visits() {
        return answer("funnel?steps=insight,download&from=2026-01-03&to=2026-03-04")
                .getList("steps.visits", Long.class);
    }

    private void settleAll() {
        while (settling.settleOne()) {
            assertThat(blocks(8)).isLessThan(100);
        }
    }

    private long blocks(int days) {
        return database.list(
                        "select count(*) as number from visit_way_span_state where days = ?",
                        row -> row.number("number"),
                        (short) days)
                .getFirst();
    }

    private void way(String day, String steps, long visits) {
        database.update("insert into visit_way values (?, ?, ?)", LocalDate.parse(day), steps, visits);
        database.update(
                "insert into visit_way_day as d values (?, 1) on conflict (day) do update set version = d.version + 1",
                LocalDate.parse(day));
    }
}
