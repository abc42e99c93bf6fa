package com.zenithcapital.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people with tokens do with insights, through one door. */
record InsightDesk(Zenith zenith, Api door) {

    static final String INSIGHTS = "/api/v1/admin/insights";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An insight as its creation answered it. */
    record Insight(String id, String slug, String tag) {

        String path() {
            return INSIGHTS + "/" + id;
        }

        String page() {
            return "/api/v1/insights/" + slug;
        }
    }

    static InsightDesk at(Zenith zenith) {
        return new InsightDesk(zenith, zenith.visitor());
    }

    Api as(String user) {
        return door.as(zenith.token(user));
    }

    /** A text under a title that nobody else has. */
    static Map<String, Object> text() {
        Map<String, Object> text = new HashMap<>();
        text.put("title", "Deliveries " + UUID.randomUUID());
        text.put("summary", "Deliveries and margins.");
        text.put("body", "## Deliveries\n\nThey delivered **more** than we thought.");
        text.put("tags", List.of("system-test"));
        text.put("authors", List.of("Ana Analyst"));
        return text;
    }

    static Map<String, Object> with(Map<String, Object> text, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(text);
        changed.put(field, value);
        return changed;
    }

    Insight draft(String user, Map<String, Object> text) {
        Answer created = as(user).post(INSIGHTS, text).expect(201);
        JsonNode json = created.json();
        return new Insight(
                json.path("id").asText(),
                json.path("slug").asText(),
                created.header("ETag").orElseThrow());
    }

    Insight approved(Map<String, Object> text) {
        Insight insight = draft("ana", text);
        as("ana").post(insight.path() + "/submit").expect(200);
        as("eddie").post(insight.path() + "/approve").expect(200);
        return insight;
    }

    Insight published(Map<String, Object> text) {
        Insight insight = approved(text);
        as("eddie").post(insight.path() + "/publish").expect(200);
        return insight;
    }

    /** A save by somebody over what they looked at. */
    Answer save(String user, Insight insight, String seen, Map<String, Object> text) {
        return put(as(user).with("If-Match", seen), insight, text);
    }

    Answer put(Api api, Insight insight, Map<String, Object> text) {
        return api.with("Content-Type", "application/json")
                .send(
                        "PUT",
                        insight.path(),
                        BodyPublishers.ofString(JSON.valueToTree(text).toString()));
    }

    String tag(Insight insight) {
        return as("ana").get(insight.path()).expect(200).header("ETag").orElseThrow();
    }

    /** The next text of a published insight, past another pair of eyes and ready for an editor. */
    void revise(Insight insight, Map<String, Object> text) {
        save("ana", insight, tag(insight), text).expect(200);
        as("ana").post(insight.path() + "/submit").expect(200);
        as("eddie").post(insight.path() + "/approve").expect(200);
    }

    List<JsonNode> importLines(String user, String lines) {
        Answer answer = as(user).with("Content-Type", "application/x-ndjson")
                .send("POST", INSIGHTS + "/import", BodyPublishers.ofString(lines))
                .expect(200);
        return answer.body()
                .lines()
                .map(line -> new Answer(answer.request(), 200, answer.headers(), line).json())
                .toList();
    }
}
