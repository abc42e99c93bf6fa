package com.zenithcapital.content.reading;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One insight by its address, and what has become of it. */
@ApplicationScoped
class LivePages {

    private final Database database;

    LivePages(Database database) {
        this.database = database;
    }

    /** A page as it goes out; a class because of the bytes. */
    static final class Page {

        private final UUID insight;
        private final byte[] json;
        private final String tag;
        private final Instant changed;

        private Page(UUID insight, byte[] json, String tag, Instant changed) {
            this.insight = insight;
            this.json = json;
            this.tag = tag;
            this.changed = changed;
        }

        UUID insight() {
            return insight;
        }

        byte[] json() {
            return json;
        }

        String tag() {
            return tag;
        }

        Instant changed() {
            return changed;
        }
    }

    /** By the unique index on the slug. */
    Optional<Page> page(Audience audience, String slug) {
        return database.first(
                """
                select insight_id, page, etag, changed_at
                from live
                where slug = ? and %s is not null
                """.formatted(audience.time()),
                row -> new Page(row.uuid("insight_id"), row.bytes("page"), row.text("etag"), row.instant("changed_at")),
                slug);
    }

    /** Where an insight is now that had this address once. By the primary keys of slug and live. */
    Optional<String> successor(Audience audience, String slug) {
        return database.first("""
                select l.slug
                from slug s
                join live l on l.insight_id = s.insight_id
                where s.slug = ? and s.was_public and l.slug <> s.slug and l.%s is not null
                """.formatted(audience.time()), row -> row.text("slug"), slug);
    }

    /** Why an insight is gone that this audience could read. By the primary keys of slug, insight and once_live. */
    Optional<String> reasonGone(Audience audience, String slug) {
        return database.first("""
                select i.withdrawn_reason
                from slug s
                join insight i on i.id = s.insight_id
                join once_live o on o.insight_id = s.insight_id
                where s.slug = ? and s.was_public and i.state in ('WITHDRAWN', 'ARCHIVED')
                  and i.withdrawn_reason is not null and (o.was_public or ?)
                  and not exists (select 1 from live l where l.insight_id = s.insight_id)
                """, row -> row.text("withdrawn_reason"), slug, audience == Audience.CLIENTS);
    }
}
