package com.zenithcapital.analytics.query;

import static com.zenithcapital.analytics.query.Asking.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.platform.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilteredTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Inject
    Database database;

    @BeforeEach
    void clear() {
        database.update("delete from tally");
        database.update("delete from filtered_event");
    }

    @Test
    void whatWasAcceptedIsStoredFilteredOrDuplicate() {
        // Given
        tally("2026-03-01", "stored", "", 100);
        tally("2026-03-02", "stored", "", 200);
        tally("2026-03-02", "filtered", "bot-user-agent", 30);
        tally("2026-03-01", "filtered", "data-centre", 7);
        tally("2026-03-01", "filtered", "bot-user-agent", 3);
        tally("2026-03-02", "duplicate", "", 5);
        tally("2026-03-02", "clamped", "", 2);
        tally("2026-03-02", "late", "", 4);
        tally("2026-03-03", "stored", "", 1_000);

        // When
        JsonPath counts = answer("filtered?from=2026-03-01&to=2026-03-03");

        // Then
        assertThat(counts.getLong("accepted")).isEqualTo(345);
        assertThat(counts.getLong("stored")).isEqualTo(300);
        assertThat(counts.getLong("filtered")).isEqualTo(40);
        assertThat(counts.getLong("duplicates")).isEqualTo(5);
        assertThat(counts.getLong("clamped")).isEqualTo(2);
        assertThat(counts.getLong("late")).isEqualTo(4);
        assertThat(counts.getList("reasons.reason", String.class)).containsExactly("bot-user-agent", "data-centre");
        assertThat(counts.getList("reasons.events", Long.class)).containsExactly(33L, 7L);
        assertThat(counts.getList("items")).isEmpty();
    }

    @Test
    void theLedgerOfOneReasonIsPagedNewestFirst() {
        // Given
        for (int i = 0; i < 7; i++) {
            // Two at a time: the id decides among those of one moment.
            ledger(NOON.plusSeconds(i / 2), "bot-user-agent", "/page-" + i);
            ledger(NOON.plusSeconds(i), "data-centre", "/other");
        }

        // When
        List<String> received = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = answer("filtered?from=2026-03-01&to=2026-03-03&reason=bot-user-agent&limit=2"
                    + (cursor == null ? "" : "&cursor=" + cursor));
            received.addAll(page.getList("items.receivedAt", String.class));
            paths.addAll(page.getList("items.path", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        // Then
        assertThat(received).hasSize(7).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(paths)
                .doesNotHaveDuplicates()
                .allMatch(path -> path.startsWith("/page-"))
                .hasSize(7);
    }

    private void tally(String day, String kind, String reason, long events) {
        database.update("insert into tally values (?, ?, ?, ?)", LocalDate.parse(day), kind, reason, events);
    }

    private void ledger(Instant at, String reason, String path) {
        database.update(
                "insert into filtered_event values (?, ?, ?, ?, 'pageview', ?, null, 'DE', 'Googlebot', null, null)",
                at,
                at,
                UUID.randomUUID(),
                reason,
                path);
    }
}
