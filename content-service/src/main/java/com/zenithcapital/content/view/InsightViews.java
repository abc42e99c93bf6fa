package com.zenithcapital.content.view;

import com.zenithcapital.content.insight.Approval;
import com.zenithcapital.content.insight.Edition;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.Review;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.content.revision.Revisions;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Finds insights for those who work on them. */
@ApplicationScoped
public class InsightViews {

    private final Database database;
    private final Revisions revisions;

    InsightViews(Database database, Revisions revisions) {
        this.database = database;
        this.revisions = revisions;
    }

    /**
     * Changes an insight and answers what that made of it: in one transaction, or the answer might be what somebody else
     * made of it since, under an ETag whose text the caller has never seen.
     */
    public InsightView after(InsightId id, Runnable change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            change.run();
            return get(id);
        });
    }

    /** One that is not in the trash, or {@code not-found}. */
    public InsightView get(InsightId id) {
        return find(id).orElseThrow(() -> InsightRows.notFound(id));
    }

    /** By the primary keys; what is due by due_of_insight. */
    public Optional<InsightView> find(InsightId id) {
        return database.first("""
                select i.*,
                       (select min(at) from due where insight_id = i.id and action = 'PUBLISH'
                           and done_at is null and cancelled_at is null) as publish_at,
                       (select min(at) from due where insight_id = i.id and action = 'OPEN_TO_PUBLIC'
                           and done_at is null and cancelled_at is null) as open_at,
                       (select min(at) from due where insight_id = i.id and action = 'WITHDRAW'
                           and done_at is null and cancelled_at is null) as withdraw_at
                from insight i
                where i.id = ? and i.deleted_at is null
                """, row -> view(row, revisions.get(id, row.integer("revision"))), id.value());
    }

    private static InsightView view(Row row, Manuscript text) throws SQLException {
        Optional<Integer> approved = row.optionalInteger("approved_revision");
        Optional<Instant> publish = row.optionalInstant("publish_at");
        Optional<Instant> open = row.optionalInstant("open_at");
        Optional<Instant> withdraw = row.optionalInstant("withdraw_at");
        boolean isPlanned = publish.isPresent() || open.isPresent() || withdraw.isPresent();
        return new InsightView(
                new InsightId(row.uuid("id")),
                State.valueOf(row.text("state")),
                Review.valueOf(row.text("review")),
                row.integer("revision"),
                text.content(),
                text.rendered().html(),
                text.rendered().outline(),
                text.rendered().words(),
                text.rendered().readingMinutes(),
                row.optionalInteger("published_revision").orElse(null),
                row.optionalInstant("first_published_at").orElse(null),
                approved.isEmpty()
                        ? null
                        : new Approval(approved.get(), person(row, "approved_by"), row.instant("approved_at")),
                isPlanned ? new InsightView.Plan(publish.orElse(null), open.orElse(null), withdraw.orElse(null)) : null,
                row.optionalText("withdrawn_reason").orElse(null),
                row.texts("co_editors"),
                person(row, "created_by"),
                row.instant("created_at"),
                person(row, "updated_by"),
                row.instant("updated_at"),
                new Edition(row.integer("revision"), row.integer("change")));
    }

    private static Person person(Row row, String column) throws SQLException {
        return new Person(row.text(column), row.text(column + "_name"));
    }
}
