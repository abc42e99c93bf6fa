package com.zenithcapital.content.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zenithcapital.platform.cursor.Page;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists as JSON. Cards are JSON already: they are read only where a part of them is wanted. */
@Singleton
class ListJson {

    private static final byte[] ITEMS = "{\"items\":[".getBytes(UTF_8);
    private static final byte[] NEXT = "],\"next\":".getBytes(UTF_8);

    private final ObjectMapper json;

    ListJson(ObjectMapper json) {
        this.json = json;
    }

    byte[] whole(LiveList.Part part) {
        @Nullable String next = part.next();
        byte[] end = ((next == null ? "null" : '"' + next + '"') + '}').getBytes(UTF_8);
        byte[] items = part.items();
        byte[] whole = new byte[ITEMS.length + items.length + NEXT.length + end.length];
        System.arraycopy(ITEMS, 0, whole, 0, ITEMS.length);
        System.arraycopy(items, 0, whole, ITEMS.length, items.length);
        System.arraycopy(NEXT, 0, whole, ITEMS.length + items.length, NEXT.length);
        System.arraycopy(end, 0, whole, whole.length - end.length, end.length);
        return whole;
    }

    /** With these fields of each item. */
    byte[] sparse(LiveList.Part part, Set<String> fields) {
        ObjectNode whole = (ObjectNode) read(new String(whole(part), UTF_8));
        whole.withArray("items").forEach(item -> ((ObjectNode) item).retain(fields));
        return written(whole);
    }

    /** What a search found, and for which words it looked instead of those that were written. */
    byte[] found(Page<LiveSearch.Hit> page, Map<String, List<String>> corrected, Set<String> fields) {
        ObjectNode whole = json.createObjectNode();
        ArrayNode items = whole.putArray("items");
        for (LiveSearch.Hit hit : page.items()) {
            ObjectNode item = (ObjectNode) read(hit.card());
            item.put("excerpt", hit.excerpt());
            items.add(fields.isEmpty() ? item : item.retain(fields));
        }
        whole.put("next", page.next());
        if (!corrected.isEmpty()) {
            whole.set("corrected", json.valueToTree(corrected));
        }
        return written(whole);
    }

    byte[] tags(List<LiveTags.TagCount> tags) {
        return written(Map.of("items", tags));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A card is no JSON", e);
        }
    }

    private byte[] written(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
