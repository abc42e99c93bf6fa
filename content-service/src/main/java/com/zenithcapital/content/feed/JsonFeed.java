package com.zenithcapital.content.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** The feed as JSON Feed 1.1 has it (jsonfeed.org). */
@Singleton
class JsonFeed {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private final SiteConfig site;
    private final ObjectMapper json;

    JsonFeed(SiteConfig site, ObjectMapper json) {
        this.site = site;
        this.json = json;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Feed(String version, String title, URI homePageUrl, URI feedUrl, List<Item> items) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Item(
            String id,
            URI url,
            String title,
            String summary,
            String contentHtml,
            String datePublished,
            String dateModified,
            List<Author> authors,
            List<String> tags,
            String language) {}

    private record Author(String name) {}

    byte[] write(URI self, List<FeedEntry> entries) {
        List<Item> items = entries.stream().map(this::item).toList();
        try {
            return json.writeValueAsBytes(new Feed(VERSION, AtomFeed.TITLE, site.address(""), self, items));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A feed cannot be written", e);
        }
    }

    private Item item(FeedEntry entry) {
        return new Item(
                "urn:uuid:" + entry.id(),
                site.page(entry.slug()),
                entry.title(),
                entry.summary(),
                entry.html(),
                entry.published().toString(),
                entry.updated().toString(),
                entry.authors().stream().map(Author::new).toList(),
                entry.tags(),
                entry.language());
    }
}
