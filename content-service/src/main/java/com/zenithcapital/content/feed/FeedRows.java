package com.zenithcapital.content.feed;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What is public, for programs. */
@ApplicationScoped
class FeedRows {

    private static final int NEWEST = 50;

    private final Database database;

    FeedRows(Database database) {
        this.database = database;
    }

    /** An address of the sitemap. */
    record Place(String slug, Instant updated) {

        static Place read(Row row) throws SQLException {
            return new Place(row.text("slug"), row.instant("updated_at"));
        }
    }

    /** By the index live_public. */
    List<FeedEntry> newest() {
        return database.list("""
                select insight_id, slug, title, summary, html, tags, authors, language, public_at, updated_at
                from live
                where public_at is not null
                order by public_at desc, insight_id desc
                limit ?
                """, FeedEntry::read, NEWEST);
    }

    /** In the index live_public alone. */
    long count() {
        return database.first(
                        "select count(*) as insights from live where public_at is not null",
                        row -> row.number("insights"))
                .orElse(0L);
    }

    /** The addresses of one sitemap, the oldest insight first, so that a new one changes the last sitemap alone. */
    List<Place> places(long offset, int most) {
        return database.list("""
                select slug, updated_at
                from live
                where public_at is not null
                order by public_at, insight_id
                offset ?
                limit ?
                """, Place::read, offset, most);
    }
}
