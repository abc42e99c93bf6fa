package com.zenithcapital.content.preview;

import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of links. Who asks is an argument of every query for those who write: an editor reaches all links, everybody
 * else those of insights that they wrote or write along. All times are the database's.
 */
@ApplicationScoped
class PreviewLinkRows {

    private static final String COLUMNS = """
            l.id, l.revision, l.made_by, l.made_by_name, l.made_at, l.expires_at, l.revoked_at, l.uses, l.last_used_at
            """;

    /** Its arguments: whether all are reached, and twice who asks. */
    private static final String REACHED =
            "i.deleted_at is null and (?::boolean or i.created_by = ? or ? = any (i.co_editors))";

    private final Database database;

    PreviewLinkRows(Database database) {
        this.database = database;
    }

    /** A link, before it is written as an address. */
    record Kept(
            UUID id,
            int revision,
            Person madeBy,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            long uses,
            @Nullable Instant lastUsedAt) {}

    /** What a visit shows. */
    record Shown(InsightId insight, int revision, Instant expiresAt) {}

    /** Why a visit shows nothing. */
    record Closed(boolean inTrash, boolean revoked) {}

    /** Whether the insight is one of theirs; empty if there is none, or in the trash. By the primary key. */
    Optional<Boolean> isReached(Actor actor, InsightId insight) {
        return database.first(
                """
                select ?::boolean or created_by = ? or ? = any (co_editors) as reached
                from insight
                where id = ? and deleted_at is null
                """,
                row -> row.flag("reached"),
                actor.editsAll(),
                actor.id().value(),
                actor.id().value(),
                insight.value());
    }

    /**
     * By the primary keys of insight and revision.
     *
     * @param revision null for the newest
     */
    Optional<Kept> insert(Actor actor, InsightId insight, UUID id, @Nullable Integer revision, int hours) {
        return database.first(
                """
                insert into preview_link as l (id, insight_id, revision, made_by, made_by_name, made_at, expires_at)
                select ?, i.id, r.number, ?, ?, now(), now() + make_interval(hours => ?)
                from insight i
                join revision r on r.insight_id = i.id and r.number = coalesce(?::integer, i.revision)
                where i.id = ? and %s
                returning %s
                """.formatted(REACHED, COLUMNS),
                PreviewLinkRows::kept,
                id,
                actor.id().value(),
                actor.name(),
                hours,
                revision,
                insight.value(),
                actor.editsAll(),
                actor.id().value(),
                actor.id().value());
    }

    /** The newest first; by preview_link_of_insight. */
    List<Kept> list(Actor actor, InsightId insight, Optional<Cursor> place, Limit limit) {
        return database.list(
                """
                select %s
                from preview_link l
                join insight i on i.id = l.insight_id
                where l.insight_id = ? and %s and (l.made_at, l.id) < (coalesce(?::timestamptz, 'infinity'), ?::uuid)
                order by l.made_at desc, l.id desc
                limit ?
                """.formatted(COLUMNS, REACHED),
                PreviewLinkRows::kept,
                insight.value(),
                actor.editsAll(),
                actor.id().value(),
                actor.id().value(),
                place.map(at -> at.instant(0)).orElse(null),
                place.map(at -> at.uuid(1)).orElse(null),
                limit.plusOne());
    }

    /** The link, if it was this call that revoked it. By the primary key. */
    Optional<Kept> revoke(Actor actor, InsightId insight, UUID id) {
        return database.first(
                """
                update preview_link l
                set revoked_at = now(), revoked_by = ?
                from insight i
                where l.id = ? and l.insight_id = ? and i.id = l.insight_id and l.revoked_at is null and %s
                returning %s
                """.formatted(REACHED, COLUMNS),
                PreviewLinkRows::kept,
                actor.id().value(),
                id,
                insight.value(),
                actor.editsAll(),
                actor.id().value(),
                actor.id().value());
    }

    /** By the primary key. */
    boolean exists(InsightId insight, UUID id) {
        return database.first(
                        "select id from preview_link where id = ? and insight_id = ?",
                        row -> row.uuid("id"),
                        id,
                        insight.value())
                .isPresent();
    }

    /** Counts a visit of a link that is open, and answers what it shows. By the primary keys. */
    Optional<Shown> visit(UUID id) {
        return database.first(
                """
                update preview_link l
                set uses = uses + 1, last_used_at = now()
                from insight i
                where l.id = ? and i.id = l.insight_id and i.deleted_at is null and l.revoked_at is null
                      and l.expires_at > now()
                returning l.insight_id, l.revision, l.expires_at
                """,
                row -> new Shown(
                        new InsightId(row.uuid("insight_id")), row.integer("revision"), row.instant("expires_at")),
                id);
    }

    /** By the primary keys. */
    Optional<Closed> closed(UUID id) {
        return database.first("""
                select i.deleted_at is not null as in_trash, l.revoked_at is not null as revoked
                from preview_link l
                join insight i on i.id = l.insight_id
                where l.id = ?
                """, row -> new Closed(row.flag("in_trash"), row.flag("revoked")), id);
    }

    private static Kept kept(Row row) throws SQLException {
        return new Kept(
                row.uuid("id"),
                row.integer("revision"),
                new Person(row.text("made_by"), row.text("made_by_name")),
                row.instant("made_at"),
                row.instant("expires_at"),
                row.optionalInstant("revoked_at").orElse(null),
                row.number("uses"),
                row.optionalInstant("last_used_at").orElse(null));
    }
}
