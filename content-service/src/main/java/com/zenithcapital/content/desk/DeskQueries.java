package com.zenithcapital.content.desk;

import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.Review;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.content.revision.Origin;
import com.zenithcapital.content.revision.Revisions;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Insights as those read them who work on them. */
@ApplicationScoped
class DeskQueries {

    private static final String LIST = "admin-insights";
    private static final String TRASH = "admin-insights-trash";
    private static final String REVISIONS = "admin-revisions";

    /** No insight is as late. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final UUID LAST = new UUID(-1, -1);

    private final Database database;
    private final Revisions revisions;

    DeskQueries(Database database, Revisions revisions) {
        this.database = database;
        this.revisions = revisions;
    }

    /**
     * The newest change first. By insight_by_update, insight_by_state, insight_of_creator or insight_in_trash; the title
     * by the primary key of revision.
     */
    Page<InsightLine> list(DeskFilter filter, Limit limit, @Nullable String cursor) {
        String name = filter.trash() ? TRASH : LIST;
        String time = filter.trash() ? "i.deleted_at" : "i.updated_at";
        Optional<Cursor> place = Cursor.decode(name, cursor);
        List<@Nullable Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder(filter.trash() ? "i.deleted_at is not null" : "i.deleted_at is null");
        if (filter.state().isPresent()) {
            where.append(" and i.state = ?");
            arguments.add(filter.state().get());
        }
        if (filter.creator().isPresent()) {
            where.append(" and i.created_by = ?");
            arguments.add(filter.creator().map(UserId::value).get());
        }
        arguments.add(place.map(at -> at.instant(0)).orElse(LATEST));
        arguments.add(place.map(at -> at.uuid(1)).orElse(LAST));
        arguments.add(limit.plusOne());
        List<InsightLine> found =
                database.list("""
                select i.*, r.content ->> 'title' as title, r.content ->> 'summary' as summary,
                       array(select jsonb_array_elements_text(r.content -> 'tags')) as tags
                from insight i
                join revision r on r.insight_id = i.id and r.number = i.revision
                where %s and (%s, i.id) < (?, ?)
                order by %s desc, i.id desc
                limit ?
                """.formatted(where, time, time), DeskQueries::line, arguments.toArray());
        return Page.of(found, limit, last -> Cursor.of(name, placeOf(last), last.id()));
    }

    private static Instant placeOf(InsightLine line) {
        return line.deletedAt() == null ? line.updatedAt() : line.deletedAt();
    }

    /** The newest first; by the primary key. */
    Page<RevisionLine> revisions(InsightId id, Limit limit, @Nullable String cursor) {
        long before =
                Cursor.decode(REVISIONS, cursor).map(place -> place.number(0)).orElse((long) Integer.MAX_VALUE);
        List<RevisionLine> found = database.list("""
                select number, content ->> 'title' as title, saved_by, saved_by_name, saved_at, note, origin,
                       origin_revision, changed
                from revision
                where insight_id = ? and number < ?
                order by number desc
                limit ?
                """, DeskQueries::revisionLine, id.value(), before, limit.plusOne());
        return Page.of(found, limit, last -> Cursor.of(REVISIONS, last.number()));
    }

    /** By the primary key. */
    Optional<RevisionView> revision(InsightId id, int number) {
        Optional<RevisionLine> about = database.first("""
                select number, content ->> 'title' as title, saved_by, saved_by_name, saved_at, note, origin,
                       origin_revision, changed
                from revision
                where insight_id = ? and number = ?
                """, DeskQueries::revisionLine, id.value(), number);
        return about.map(line -> {
            Manuscript text = revisions.get(id, number);
            return new RevisionView(
                    line,
                    text.content(),
                    text.rendered().html(),
                    text.rendered().outline(),
                    text.rendered().words(),
                    text.rendered().readingMinutes());
        });
    }

    private static InsightLine line(Row row) throws SQLException {
        return new InsightLine(
                new InsightId(row.uuid("id")),
                row.text("slug"),
                row.text("title"),
                row.text("summary"),
                row.texts("tags"),
                State.valueOf(row.text("state")),
                Review.valueOf(row.text("review")),
                row.integer("revision"),
                row.optionalInteger("published_revision").orElse(null),
                row.optionalInstant("first_published_at").orElse(null),
                person(row, "created_by"),
                row.instant("created_at"),
                person(row, "updated_by"),
                row.instant("updated_at"),
                row.optionalInstant("deleted_at").orElse(null));
    }

    private static RevisionLine revisionLine(Row row) throws SQLException {
        return new RevisionLine(
                row.integer("number"),
                row.text("title"),
                person(row, "saved_by"),
                row.instant("saved_at"),
                row.optionalText("note").orElse(null),
                Origin.valueOf(row.text("origin")),
                row.optionalInteger("origin_revision").orElse(null),
                row.texts("changed"));
    }

    private static Person person(Row row, String column) throws SQLException {
        return new Person(row.text(column), row.text(column + "_name"));
    }
}
