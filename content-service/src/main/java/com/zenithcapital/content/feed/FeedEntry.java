package com.zenithcapital.content.feed;

import com.zenithcapital.platform.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a feed tells of an insight. */
record FeedEntry(
        UUID id,
        String slug,
        String title,
        String summary,
        String html,
        List<String> tags,
        List<String> authors,
        String language,
        Instant published,
        Instant updated) {

    FeedEntry {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
    }

    static FeedEntry read(Row row) throws SQLException {
        return new FeedEntry(
                row.uuid("insight_id"),
                row.text("slug"),
                row.text("title"),
                row.text("summary"),
                row.text("html"),
                row.texts("tags"),
                row.texts("authors"),
                row.text("language"),
                row.instant("public_at"),
                row.instant("updated_at"));
    }
}
