package com.zenithcapital.content.desk;

import static com.zenithcapital.content.insight.InsightProblem.SLUG_TAKEN;
import static com.zenithcapital.content.insight.InsightProblem.WRONG_STATE;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_FAILED;

import com.zenithcapital.content.insight.Action;
import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.Chronicle;
import com.zenithcapital.content.insight.DueRows;
import com.zenithcapital.content.insight.Edition;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Review;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.revision.ContentInput;
import com.zenithcapital.content.revision.Fields;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.content.revision.Origin;
import com.zenithcapital.content.revision.RevisionIntake;
import com.zenithcapital.content.revision.Revisions;
import com.zenithcapital.content.revision.Save;
import com.zenithcapital.content.revision.Slugs;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes insights and saves their texts. No save is lost: it is a revision, or its author is told why not. */
@ApplicationScoped
class Desk {

    /** How often a title's address may be taken by another between our look and our taking it. */
    private static final int ATTEMPTS = 50;

    private final InsightRows rows;
    private final Revisions revisions;
    private final RevisionIntake intake;
    private final Slugs slugs;
    private final Fields fields;
    private final Chronicle chronicle;
    private final DueRows due;
    private final Database database;
    private final Clock clock;

    Desk(
            InsightRows rows,
            Revisions revisions,
            RevisionIntake intake,
            Slugs slugs,
            Fields fields,
            Chronicle chronicle,
            DueRows due,
            Database database,
            Clock clock) {
        this.rows = rows;
        this.revisions = revisions;
        this.intake = intake;
        this.slugs = slugs;
        this.fields = fields;
        this.chronicle = chronicle;
        this.due = due;
        this.database = database;
        this.clock = clock;
    }

    /** Under the slug asked for, or else under the first one free that is made of the title. */
    InsightId create(Actor actor, ContentInput input) {
        @Nullable String asked = input.slug();
        if (asked != null) {
            return insert(actor, input, asked).orElseThrow(() -> Slugs.refused(asked));
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<InsightId> made = insert(actor, input, slugs.free(input.title()));
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw Slugs.refused(slugs.free(input.title()));
    }

    private Optional<InsightId> insert(Actor actor, ContentInput input, String slug) {
        InsightId id = new InsightId(Ids.next());
        Manuscript text = revisions.rendered(input.content(slug));
        Standing standing = new Standing(
                id,
                slug,
                State.DRAFT,
                Review.DRAFT,
                new Edition(1, 1),
                null,
                null,
                null,
                null,
                null,
                actor.id().value(),
                coEditors(input, List.of()));
        try {
            Save save = new Save(Origin.SAVED, null, List.of(), input.note());
            QuarkusTransaction.requiringNew().run(() -> intake.begin(actor, standing, text, save, clock.instant()));
            return Optional.of(id);
        } catch (ProblemException e) {
            if (e.problem() == SLUG_TAKEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Saves a text over the one its author looked at.
     *
     * @param seen what the author looked at
     * @param merging whether a save over a newer text is put together with it, where the two do not overlap
     * @return whether it was put together
     */
    boolean save(Actor actor, InsightId id, Edition seen, boolean merging, ContentInput input) {
        // What it will be rendered to does not depend on the slug; the rest is decided at the locked row.
        Manuscript rendered = revisions.rendered(input.content(""));
        return QuarkusTransaction.joiningExisting().call(() -> {
            Standing standing = rows.lockFor(actor, id);
            Manuscript current = revisions.get(id, standing.revision());
            boolean isLate = !seen.equals(standing.edition());
            Manuscript base = isLate ? base(id, seen, standing) : current;
            String slug = input.slug() == null ? base.content().slug() : input.slug();
            Manuscript text = new Manuscript(rendered.content().withSlug(slug), rendered.rendered());
            List<String> coEditors = coEditors(input, standing.coEditors());
            Version theirs = new Version(current.content(), standing.coEditors());
            Origin origin = Origin.SAVED;
            if (isLate) {
                @Nullable
                List<String> before = revisions.coEditors(id, seen.revision()).orElse(null);
                Conflict conflict = new Conflict(
                        seen.revision(),
                        new Version(base.content(), before),
                        new Version(text.content(), input.coEditors() == null ? before : input.coEditors()),
                        theirs,
                        fields);
                if (!merging || !conflict.isMergeable()) {
                    throw conflict.refused(standing);
                }
                boolean bodyIsOurs = conflict.yourChanges().contains("body");
                Version merged = conflict.merged();
                text = new Manuscript(merged.content(), bodyIsOurs ? text.rendered() : current.rendered());
                coEditors = merged.coEditors() == null ? standing.coEditors() : merged.coEditors();
                origin = Origin.MERGED;
            }
            Save save = new Save(
                    origin,
                    isLate ? seen.revision() : null,
                    theirs.differing(new Version(text.content(), coEditors), fields),
                    input.note());
            intake.next(actor, standing, text, save, coEditors, clock.instant());
            return isLate;
        });
    }

    /** The text of an older revision as the newest one; the address stays. */
    void restoreRevision(Actor actor, InsightId id, Optional<Edition> seen, int number) {
        QuarkusTransaction.joiningExisting().run(() -> {
            Standing standing = rows.lockFor(actor, id);
            InsightRows.requireSeen(seen, standing);
            Manuscript old = revisions
                    .find(id, number)
                    .orElseThrow(() -> NOT_FOUND.because("The insight has no revision %d.".formatted(number)));
            Manuscript current = revisions.get(id, standing.revision());
            Manuscript text =
                    new Manuscript(old.content().withSlug(current.content().slug()), old.rendered());
            List<String> changed = fields.differing(current.content(), text.content());
            Save save = new Save(Origin.RESTORED, number, changed, null);
            intake.next(actor, standing, text, save, standing.coEditors(), clock.instant());
        });
    }

    /** Into the trash. What readers see, or saw, is withdrawn and archived instead. */
    void discard(Actor actor, InsightId id, Edition seen) {
        QuarkusTransaction.joiningExisting().run(() -> {
            Standing standing = rows.lockFor(actor, id);
            if (!seen.equals(standing.edition())) {
                throw PRECONDITION_FAILED.because("The insight changed since: its ETag is \"%s\" now. Read it again."
                        .formatted(standing.edition().tag()));
            }
            if (standing.state() == State.PUBLISHED) {
                throw WRONG_STATE.because("The insight is PUBLISHED: withdraw it before it is deleted.");
            }
            Instant now = clock.instant();
            Standing after = standing.planned();
            database.update(
                    "update insight set deleted_at = ?, change = ? where id = ?",
                    now,
                    after.edition().change(),
                    id.value());
            due.cancelAll(id);
            chronicle.tell(Action.DELETED, actor, after, List.of(), now);
        });
    }

    /** Out of the trash, or out of the archive. */
    void restore(Actor actor, InsightId id, Optional<Edition> seen) {
        QuarkusTransaction.joiningExisting().run(() -> {
            Instant now = clock.instant();
            Optional<Standing> discarded = rows.lockInTrash(id);
            if (discarded.isPresent()) {
                InsightRows.requireMayChange(actor, discarded.get());
                InsightRows.requireSeen(seen, discarded.get());
                // What was to be published may be long due by now: it is an editor's decision again.
                Standing after = discarded.get().state() == State.SCHEDULED
                        ? discarded.get().unscheduled()
                        : discarded.get().planned();
                database.update("update insight set deleted_at = null where id = ?", id.value());
                rows.keep(after, actor, now);
                chronicle.tell(Action.RESTORED, actor, after, List.of(), now);
                return;
            }
            Standing standing = rows.lockFor(actor, id);
            InsightRows.requireSeen(seen, standing);
            Standing after = standing.unarchived();
            rows.keep(after, actor, now);
            chronicle.tell(Action.RESTORED, actor, after, List.of(), now);
        });
    }

    private Manuscript base(InsightId id, Edition seen, Standing standing) {
        if (seen.revision() > standing.revision()
                || seen.change() > standing.edition().change()) {
            throw PRECONDITION_FAILED.because("If-Match names a state this insight has not had; its ETag is \"%s\"."
                    .formatted(standing.edition().tag()));
        }
        return revisions
                .find(id, seen.revision())
                .orElseThrow(() -> PRECONDITION_FAILED.because("If-Match names no revision of this insight."));
    }

    private static List<String> coEditors(ContentInput input, List<String> before) {
        return input.coEditors() == null ? before : input.coEditors();
    }
}
