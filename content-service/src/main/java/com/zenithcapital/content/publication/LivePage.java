package com.zenithcapital.content.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.model.PublicModel;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.platform.digest.Sha256;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what readers get, once, when it changes: an insight in a list, and alone. */
@Singleton
class LivePage {

    private final ObjectMapper json;

    LivePage(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The two answers about an insight.
     *
     * @param tag the strong ETag of the page, without quotes
     */
    record Finished(String card, String page, String tag) {}

    /** Since when it is to be seen, and when it last changed. */
    record Times(Instant clientsAt, @Nullable Instant publicAt, Instant updatedAt) {

        Instant publishedAt() {
            return publicAt == null ? clientsAt : publicAt;
        }
    }

    Finished write(
            InsightId id,
            Manuscript text,
            Times times,
            List<PublicModel> models,
            List<Records.Correction> corrections) {
        ObjectNode card = card(id, text, times);
        ObjectNode page = card.deepCopy();
        Content content = text.content();
        page.put("html", text.rendered().html());
        page.set("outline", json.valueToTree(text.rendered().outline()));
        page.set("disclosures", json.valueToTree(content.disclosures()));
        ArrayNode linked = page.putArray("models");
        models.forEach(model -> linked.addObject().put("slug", model.slug()).put("version", model.version()));
        if (content.seo() != null) {
            page.set("seo", json.valueToTree(content.seo()));
        }
        ArrayNode told = page.putArray("corrections");
        corrections.forEach(correction ->
                told.addObject().put("at", correction.at().toString()).put("note", correction.note()));
        String alone = text(page);
        return new Finished(text(card), alone, Sha256.of(alone.getBytes(UTF_8)).tag());
    }

    private ObjectNode card(InsightId id, Manuscript text, Times times) {
        Content content = text.content();
        ObjectNode card = json.createObjectNode();
        card.put("id", id.toString());
        card.put("slug", content.slug());
        card.put("title", content.title());
        card.put("summary", content.summary());
        card.set("tags", json.valueToTree(content.tags()));
        card.set("authors", json.valueToTree(content.authors()));
        putUnlessNull(card, "issuer", content.issuer());
        putUnlessNull(card, "ticker", content.ticker());
        putUnlessNull(card, "rating", content.rating());
        if (content.targetPrice() != null) {
            card.set("targetPrice", json.valueToTree(content.targetPrice()));
        }
        if (content.heroImage() != null) {
            card.set("heroImage", json.valueToTree(content.heroImage()));
        }
        card.put("language", content.language());
        card.put("audience", times.publicAt() == null ? "clients" : "public");
        card.put("readingMinutes", text.rendered().readingMinutes());
        card.put("publishedAt", times.publishedAt().toString());
        card.put("updatedAt", times.updatedAt().toString());
        return card;
    }

    private String text(ObjectNode tree) {
        try {
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }

    private static void putUnlessNull(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
