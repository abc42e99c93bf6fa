package com.zenithcapital.content.desk;

import static com.zenithcapital.content.testing.Api.INSIGHTS;
import static com.zenithcapital.content.testing.Api.draft;
import static com.zenithcapital.content.testing.Api.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.content.testing.Kept;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many people at one insight. {@code -Dzenith.full=true} makes it 10,000 saves. */
@QuarkusTest
class ManyEditorsTest {

    private static final int EDITORS = 50;
    private static final int SAVES = Boolean.getBoolean("zenith.full") ? 10_000 : 1_000;

    @Inject
    Kept kept;

    @Inject
    ObjectMapper json;

    /** What was accepted: the note that a save carried, by the revision that its answer named. */
    private final Map<Integer, String> accepted = new ConcurrentHashMap<>();

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger merged = new AtomicInteger();

    @Test
    void everyAcceptedSaveIsInTheHistoryAndNoneIsOverwritten() throws Exception {
        // Given
        Map<String, Object> text = text();
        String id = draft(text);
        AtomicInteger left = new AtomicInteger(SAVES);

        // When
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int editor = 0; editor < EDITORS; editor++) {
                int number = editor;
                work.add(editors.submit(() -> edit(http, id, number, text, left)));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }

        // Then
        int newest = accepted.size() + 1;
        assertThat(accepted.size() + refused.get()).isEqualTo(SAVES);
        assertThat(accepted).hasSizeGreaterThan(10);
        assertThat(refused.get()).isPositive();
        assertThat(merged.get()).isPositive();
        assertThat(kept.count("select count(*) as count from revision where insight_id = ?::uuid", id))
                .isEqualTo(newest);
        Map<Integer, String> history = new HashMap<>();
        kept.texts("""
                        select number || ' ' || note as text
                        from revision
                        where insight_id = ?::uuid and note is not null
                        """, id)
                .forEach(line -> history.put(
                        Integer.parseInt(line.substring(0, line.indexOf(' '))), line.substring(line.indexOf(' ') + 1)));
        assertThat(history).isEqualTo(accepted);
        assertThat(changesOfOthersThatASaveTook(id)).isZero();
        assertThat(kept.audit(id)).hasSize(newest);
        assertThat(kept.facts(id)).hasSize(newest);
    }

    /** Half of them write the title, half the rating, and ask for a merge: these two never overlap with each other. */
    private void edit(HttpClient http, String id, int editor, Map<String, Object> text, AtomicInteger left) {
        String field = editor % 2 == 0 ? "title" : "rating";
        String token = Tokens.of("editor" + editor, "editor");
        String tag = "\"1-1\"";
        Map<String, Object> mine = new HashMap<>(text);
        try {
            while (left.getAndDecrement() > 0) {
                String note = "by %d, %d".formatted(editor, left.get());
                mine.put(field, note);
                mine.put("note", note);
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + INSIGHTS + "/" + id))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("If-Match", tag)
                                .header("Prefer", "merge")
                                .PUT(BodyPublishers.ofString(json.writeValueAsString(mine)))
                                .build(),
                        BodyHandlers.ofString());
                JsonPath body = JsonPath.from(answer.body());
                tag = answer.headers().firstValue("ETag").orElseThrow();
                if (answer.statusCode() == 200) {
                    accepted.put(body.getInt("revision"), note);
                    answer.headers().firstValue("Preference-Applied").ifPresent(merge -> merged.incrementAndGet());
                    mine.put("title", body.getString("title"));
                    mine.put("rating", body.getString("rating"));
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(412);
                    refused.incrementAndGet();
                    // What the other wrote is known now, and kept.
                    theirs(body, mine, "title");
                    theirs(body, mine, "rating");
                }
            }
        } catch (java.io.IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void theirs(JsonPath conflict, Map<String, Object> mine, String field) {
        String value = conflict.getString("theirs." + field);
        if (value != null) {
            mine.put(field, value);
        }
    }

    /** A save changes its own field and no other: what differs from the revision before it is one field. */
    private long changesOfOthersThatASaveTook(String id) {
        return kept.count(
                "select count(*) as count from revision where insight_id = ?::uuid and number > 1 and cardinality(changed) <> 1",
                id);
    }
}
