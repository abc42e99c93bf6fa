package com.zenithcapital.content.insight;

import static com.zenithcapital.content.insight.InsightProblem.NOT_YOUR_INSIGHT;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_FAILED;
import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of insights while they are changed. All changes of one insight wait for each other at its row. */
@ApplicationScoped
public class InsightRows {

    private static final String COLUMNS = """
            select id, slug, state, review, revision, change, published_revision, approved_revision, approved_by,
                   approved_by_name, approved_at, first_published_at, first_public_at, withdrawn_reason, created_by,
                   co_editors
            from insight
            """;

    private final Database database;

    InsightRows(Database database) {
        this.database = database;
    }

    /** Locks an insight that is not in the trash. By the primary key. */
    @Transactional(MANDATORY)
    public Standing lock(InsightId id) {
        return database.first(
                        COLUMNS + "where id = ? and deleted_at is null for update", InsightRows::standing, id.value())
                .orElseThrow(() -> notFound(id));
    }

    /** Locks it for who may change it: its author, a co-editor, any editor. */
    @Transactional(MANDATORY)
    public Standing lockFor(Actor actor, InsightId id) {
        Standing standing = lock(id);
        requireMayChange(actor, standing);
        return standing;
    }

    /** Locks it unless somebody else has, or it is in the trash. */
    @Transactional(MANDATORY)
    public Optional<Standing> lockIfFree(InsightId id) {
        return database.first(
                COLUMNS + "where id = ? and deleted_at is null for update skip locked",
                InsightRows::standing,
                id.value());
    }

    /** Locks one that is in the trash. */
    @Transactional(MANDATORY)
    public Optional<Standing> lockInTrash(InsightId id) {
        return database.first(
                COLUMNS + "where id = ? and deleted_at is not null for update", InsightRows::standing, id.value());
    }

    @Transactional(MANDATORY)
    public void insert(Standing standing, Person creator, Instant createdAt, Actor actor, Instant now) {
        database.update(
                """
                insert into insight (id, slug, state, review, revision, change, co_editors, created_by, created_by_name,
                                     created_at, updated_by, updated_by_name, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                standing.id().value(),
                standing.slug(),
                standing.state(),
                standing.review(),
                standing.edition().revision(),
                standing.edition().change(),
                standing.coEditors(),
                creator.id(),
                creator.name(),
                createdAt,
                actor.id().value(),
                actor.name(),
                now);
    }

    /** Keeps what a transition answered. The row is locked. */
    @Transactional(MANDATORY)
    public void keep(Standing after, Actor actor, Instant now) {
        @Nullable Approval approval = after.approval();
        database.update(
                """
                update insight
                set slug = ?, state = ?, review = ?, revision = ?, change = ?, published_revision = ?,
                    approved_revision = ?, approved_by = ?, approved_by_name = ?, approved_at = ?::timestamptz,
                    first_published_at = ?::timestamptz, first_public_at = ?::timestamptz, withdrawn_reason = ?,
                    co_editors = ?, updated_by = ?, updated_by_name = ?, updated_at = ?
                where id = ?
                """,
                after.slug(),
                after.state(),
                after.review(),
                after.edition().revision(),
                after.edition().change(),
                after.published(),
                approval == null ? null : approval.revision(),
                approval == null ? null : approval.by().id(),
                approval == null ? null : approval.by().name(),
                approval == null ? null : approval.at(),
                after.firstPublished(),
                after.firstPublic(),
                after.withdrawnReason(),
                after.coEditors(),
                actor.id().value(),
                actor.name(),
                now,
                after.id().value());
    }

    public static void requireMayChange(Actor actor, Standing standing) {
        if (!actor.editsAll() && !standing.isOf(actor.id())) {
            throw NOT_YOUR_INSIGHT.because("An insight is changed by who wrote it, their co-editors, or an editor.");
        }
    }

    /** For transitions, which need no {@code If-Match} but heed one. */
    public static void requireSeen(Optional<Edition> seen, Standing standing) {
        if (seen.isPresent() && !seen.get().equals(standing.edition())) {
            throw PRECONDITION_FAILED.because("The insight changed since: its ETag is \"%s\" now. Read it again."
                    .formatted(standing.edition().tag()));
        }
    }

    public static ProblemException notFound(InsightId id) {
        return NOT_FOUND.because("There is no insight %s.".formatted(id));
    }

    private static Standing standing(Row row) throws SQLException {
        Optional<Integer> approved = row.optionalInteger("approved_revision");
        @Nullable
        Approval approval = approved.isEmpty()
                ? null
                : new Approval(
                        approved.get(),
                        new Person(row.text("approved_by"), row.text("approved_by_name")),
                        row.instant("approved_at"));
        return new Standing(
                new InsightId(row.uuid("id")),
                row.text("slug"),
                State.valueOf(row.text("state")),
                Review.valueOf(row.text("review")),
                new Edition(row.integer("revision"), row.integer("change")),
                row.optionalInteger("published_revision").orElse(null),
                approval,
                row.optionalInstant("first_published_at").orElse(null),
                row.optionalInstant("first_public_at").orElse(null),
                row.optionalText("withdrawn_reason").orElse(null),
                row.text("created_by"),
                row.texts("co_editors"));
    }
}
