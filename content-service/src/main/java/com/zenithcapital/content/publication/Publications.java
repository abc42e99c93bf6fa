package com.zenithcapital.content.publication;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.content.insight.Action;
import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.Audience;
import com.zenithcapital.content.insight.Chronicle;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.DueRows;
import com.zenithcapital.content.insight.DueRows.What;
import com.zenithcapital.content.insight.Edition;
import com.zenithcapital.content.insight.InsightFact;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.InsightProblem;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.model.ModelVersions;
import com.zenithcapital.content.model.PublicModel;
import com.zenithcapital.content.publication.Issue.Kind;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.content.revision.Revisions;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows texts to readers and takes them away. The state, the public row, the record, the audit trail and the fact are one
 * transaction. What is so already stays, and is told once.
 */
@ApplicationScoped
public class Publications {

    private static final String ARCHIVED = "This insight is archived.";
    private static final String PLANNED = "This insight was to be read until now.";

    private final InsightRows rows;
    private final Revisions revisions;
    private final ModelVersions models;
    private final LiveRows live;
    private final Records records;
    private final DueRows due;
    private final Chronicle chronicle;
    private final Clock clock;

    Publications(
            InsightRows rows,
            Revisions revisions,
            ModelVersions models,
            LiveRows live,
            Records records,
            DueRows due,
            Chronicle chronicle,
            Clock clock) {
        this.rows = rows;
        this.revisions = revisions;
        this.models = models;
        this.live = live;
        this.records = records;
        this.due = due;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * Now, for the text's whole audience.
     *
     * @param publicAt if given, for clients now and for everybody then
     */
    @Transactional
    public void publish(Actor actor, InsightId id, Optional<Edition> seen, @Nullable Instant publicAt) {
        Standing standing = rows.lock(id);
        if (standing.state() == State.PUBLISHED && standing.isNewestPublished()) {
            return;
        }
        InsightRows.requireSeen(seen, standing);
        if (publicAt != null && standing.firstPublic() != null) {
            throw INVALID_REQUEST.at(
                    "/publicAt", "Everybody could read it already: what is published now is public at once.");
        }
        Instant now = now();
        Manuscript text = revisions.get(id, standing.revision());
        @Nullable
        Instant opens = publicAt == null
                ? null
                : new Plan.Input(null, now.plusMillis(1), publicAt, null)
                        .first(text.content().audience(), now)
                        .publicAt();
        due.cancel(id, What.PUBLISH);
        show(actor, standing, text, new Issue(Kind.PUBLISHED, now, null, null), opens == null);
        if (opens != null) {
            due.plan(id, What.OPEN_TO_PUBLIC, opens, null, actor);
        }
    }

    /** The newest text takes the place of the one that readers see, and tells them what was put right. */
    @Transactional
    public void correct(Actor actor, InsightId id, Optional<Edition> seen, String note) {
        Standing standing = rows.lock(id);
        InsightRows.requireSeen(seen, standing);
        if (standing.state() != State.PUBLISHED || standing.isNewestPublished()) {
            throw InsightProblem.WRONG_STATE.because(
                    "A correction is a newer, approved revision of a published insight. This one is %s, and its newest revision %s."
                            .formatted(
                                    standing.state(), standing.isNewestPublished() ? "published" : standing.review()));
        }
        Manuscript text = revisions.get(id, standing.revision());
        show(actor, standing, text, new Issue(Kind.CORRECTED, now(), note, null), standing.firstPublic() != null);
    }

    @Transactional
    public void schedule(Actor actor, InsightId id, Optional<Edition> seen, Plan.Input input) {
        Standing standing = rows.lock(id);
        InsightRows.requireSeen(seen, standing);
        Instant now = now();
        boolean isPublished = standing.state() == State.PUBLISHED;
        // What opens is what clients see, whatever the next text at work says.
        int revision = isPublished && standing.published() != null ? standing.published() : standing.revision();
        Audience audience = revisions.get(id, revision).content().audience();
        Plan plan =
                isPublished ? input.next(audience, standing.firstPublic() != null, now) : input.first(audience, now);
        Standing after = isPublished ? standing.planned() : standing.scheduled();
        if (!isPublished) {
            due.cancelAll(id);
        }
        plan(actor, id, What.PUBLISH, plan.publishAt());
        plan(actor, id, What.OPEN_TO_PUBLIC, plan.publicAt());
        plan(actor, id, What.WITHDRAW, plan.withdrawAt());
        keep(Action.SCHEDULED, actor, after, now);
    }

    /** Nothing is due any more. */
    @Transactional
    public void unschedule(Actor actor, InsightId id, Optional<Edition> seen) {
        Standing standing = rows.lock(id);
        InsightRows.requireSeen(seen, standing);
        due.cancelAll(id);
        Standing after = standing.state() == State.PUBLISHED ? standing.planned() : standing.unscheduled();
        keep(Action.UNSCHEDULED, actor, after, now());
    }

    @Transactional
    public void withdraw(Actor actor, InsightId id, Optional<Edition> seen, String reason) {
        Standing standing = rows.lock(id);
        if (standing.state() == State.WITHDRAWN) {
            return;
        }
        InsightRows.requireSeen(seen, standing);
        hide(Action.WITHDRAWN, actor, standing.withdrawn(reason), reason, now());
    }

    /** Out of the way. What readers see is taken from them, which is an editor's right. */
    @Transactional
    public void archive(Actor actor, InsightId id, Optional<Edition> seen) {
        archive(actor, id, seen, ARCHIVED);
    }

    /**
     * The same with a reason.
     *
     * @param reason what those are told who could read it
     */
    @Transactional
    public void archive(Actor actor, InsightId id, Optional<Edition> seen, String reason) {
        Standing standing = rows.lockFor(actor, id);
        if (standing.state() == State.ARCHIVED) {
            return;
        }
        InsightRows.requireSeen(seen, standing);
        if (standing.state() == State.PUBLISHED && !actor.editsAll()) {
            throw InsightProblem.NOT_YOUR_INSIGHT.because("What readers see is archived by an editor.");
        }
        Instant now = now();
        Standing after = standing.archived(reason);
        if (standing.state() == State.PUBLISHED) {
            hide(Action.ARCHIVED, actor, after, reason, now);
        } else {
            due.cancelAll(id);
            keep(Action.ARCHIVED, actor, after, now);
        }
    }

    /**
     * What readers saw elsewhere they see here, with its own dates. The insight is locked.
     *
     * @param publicAt when everybody first saw it; null if only clients do
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Standing takeOver(Actor actor, Standing standing, Instant publishedAt, @Nullable Instant publicAt) {
        Manuscript text = revisions.get(standing.id(), standing.revision());
        Standing after = standing.imported(publishedAt, publicAt);
        tell(Action.PUBLISHED, actor, after, text, new Issue(Kind.IMPORTED, publishedAt, null, null), now());
        return after;
    }

    /** What a due row says. The insight is locked; a refusal comes before anything is written. */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ProblemException.class)
    void perform(DueRows.Claimed claimed, Standing standing) {
        switch (claimed.what()) {
            case PUBLISH -> {
                Manuscript text = revisions.get(standing.id(), standing.revision());
                Issue issue = new Issue(Kind.PUBLISHED, claimed.now(), null, claimed.at());
                show(claimed.setBy(), standing, text, issue, !due.isPlanned(standing.id(), What.OPEN_TO_PUBLIC));
            }
            case OPEN_TO_PUBLIC -> open(claimed, standing);
            case WITHDRAW -> {
                String reason = claimed.reason() == null ? PLANNED : claimed.reason();
                hide(Action.WITHDRAWN, claimed.setBy(), standing.withdrawn(reason), reason, claimed.now());
            }
        }
    }

    /** The text that clients see, not a newer one that may be at work. What everybody sees, or never may, stays as it is. */
    private void open(DueRows.Claimed claimed, Standing standing) {
        Standing after = standing.openedToPublic(claimed.now());
        if (standing.published() == null) {
            throw new IllegalStateException("What is published has a published revision: " + standing.id());
        }
        Manuscript text = revisions.get(standing.id(), standing.published());
        if (live.isOpen(standing.id()) || text.content().audience() == Audience.CLIENTS) {
            return;
        }
        rows.keep(after, claimed.setBy(), claimed.now());
        live.show(after, text, models.find(text.content().models()), claimed.now());
        chronicle.tell(Action.OPENED_TO_PUBLIC, claimed.setBy(), after, List.of(), claimed.now());
    }

    private void show(Actor actor, Standing standing, Manuscript text, Issue issue, boolean openToAll) {
        boolean isPublic = text.content().audience() == Audience.PUBLIC;
        if (openToAll || !isPublic) {
            // It is open with this, or not for everybody any more: nothing is left to be opened.
            due.cancel(standing.id(), What.OPEN_TO_PUBLIC);
        }
        boolean isOpen = openToAll && isPublic;
        Standing after = standing.published(issue.at(), isOpen);
        Action action = issue.kind() == Kind.CORRECTED ? Action.CORRECTED : Action.PUBLISHED;
        tell(action, actor, after, text, issue, issue.at());
    }

    private void tell(Action action, Actor actor, Standing after, Manuscript text, Issue issue, Instant now) {
        rows.keep(after, actor, now);
        List<PublicModel> linked = models.find(text.content().models());
        Records.Line kept = records.keep(after, text, linked, issue, actor);
        live.show(after, text, linked, issue.at());
        Content content = text.content();
        @Nullable Instant publicAt = LiveRows.publicAt(after, content);
        chronicle.tell(
                action,
                actor,
                after,
                List.of(),
                now,
                new InsightFact.Shown(
                        Chronicle.ref(after, actor),
                        content.title(),
                        content.tags(),
                        content.authors(),
                        content.issuer(),
                        content.ticker(),
                        publicAt == null ? Audience.CLIENTS : Audience.PUBLIC,
                        issue.at(),
                        publicAt,
                        kept.number(),
                        kept.digest(),
                        issue.note(),
                        issue.scheduledFor()));
    }

    private void hide(Action action, Actor actor, Standing after, String reason, Instant now) {
        due.cancelAll(after.id());
        rows.keep(after, actor, now);
        live.hide(after.id());
        chronicle.tell(
                action, actor, after, List.of(), now, new InsightFact.Hidden(Chronicle.ref(after, actor), reason));
    }

    private void keep(Action action, Actor actor, Standing after, Instant now) {
        rows.keep(after, actor, now);
        chronicle.tell(action, actor, after, List.of(), now);
    }

    /** As the database keeps it and readers are shown it: one and the same everywhere. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void plan(Actor actor, InsightId id, What what, @Nullable Instant at) {
        if (at != null) {
            due.plan(id, what, at, null, actor);
        }
    }
}
