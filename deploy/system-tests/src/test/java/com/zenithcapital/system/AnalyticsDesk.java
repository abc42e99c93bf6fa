package com.zenithcapital.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Browsers that tell what they see, and the administrator who reads what was read. */
record AnalyticsDesk(Zenith zenith) {

    static final String EVENTS = "/api/v1/events";
    static final String ANALYTICS = "/api/v1/admin/analytics";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    /** Somebody's browser at this address, on a page of the site. */
    Api browser(String address) {
        return zenith.visitor()
                .with("Origin", zenith.gateway().toString())
                .with("User-Agent", FIREFOX)
                .with("X-Forwarded-For", address);
    }

    /** What a script sends as its page is left. */
    Answer beacon(Api browser, JsonNode events) {
        return browser.with("Content-Type", "text/plain;charset=UTF-8")
                .send("POST", EVENTS, BodyPublishers.ofString(events.toString()));
    }

    ObjectNode view(String path) {
        return view(path, UUID.randomUUID());
    }

    ObjectNode view(String path, UUID id) {
        return JSON.createObjectNode()
                .put("id", id.toString())
                .put("name", "pageview")
                .put("url", zenith.gateway() + path);
    }

    static ArrayNode list(ObjectNode... events) {
        ArrayNode list = JSON.createArrayNode();
        for (ObjectNode event : events) {
            list.add(event);
        }
        return list;
    }

    /** A query of today and yesterday, so that midnight is no matter. */
    JsonNode read(String query, String... parameters) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String range = "?from=%s&to=%s".formatted(today.minusDays(1), today.plusDays(1));
        String more = parameters.length == 0 ? "" : "&" + String.join("&", parameters);
        return zenith.as("ada")
                .get(ANALYTICS + "/" + query + range + more)
                .expect(200)
                .json();
    }
}
