package com.zenithcapital.content.review;

import static com.zenithcapital.content.insight.InsightProblem.FOUR_EYES;
import static com.zenithcapital.content.insight.InsightProblem.INCOMPLETE;
import static com.zenithcapital.content.insight.InsightProblem.NOT_THE_NEWEST;

import com.zenithcapital.content.insight.Action;
import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.Approval;
import com.zenithcapital.content.insight.Chronicle;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.DueRows;
import com.zenithcapital.content.insight.Edition;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.Review;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.revision.Revisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves texts past another pair of eyes. What is so already stays, and is told once. */
@ApplicationScoped
public class Reviews {

    private final InsightRows rows;
    private final Revisions revisions;
    private final Chronicle chronicle;
    private final DueRows due;
    private final Clock clock;

    Reviews(InsightRows rows, Revisions revisions, Chronicle chronicle, DueRows due, Clock clock) {
        this.rows = rows;
        this.revisions = revisions;
        this.chronicle = chronicle;
        this.due = due;
        this.clock = clock;
    }

    @Transactional
    public void submit(Actor actor, InsightId id, Optional<Edition> seen) {
        Standing standing = rows.lockFor(actor, id);
        InsightRows.requireSeen(seen, standing);
        if (standing.review() == Review.SUBMITTED && standing.state() != State.ARCHIVED) {
            return;
        }
        requireBody(standing, "An insight without a body is not reviewed.");
        keep(Action.SUBMITTED, actor, standing.submitted());
    }

    /** Gives a text back to its authors. A publication that was to come is called off. */
    @Transactional
    public void giveBack(Actor actor, InsightId id, Optional<Edition> seen) {
        Standing standing = rows.lock(id);
        InsightRows.requireSeen(seen, standing);
        Standing after = standing.returned();
        if (standing.state() == State.SCHEDULED) {
            due.cancelAll(id);
        }
        keep(Action.RETURNED, actor, after);
    }

    /**
     * Approves the newest revision, and no other.
     *
     * @param revision the one the approver read; if that is not the newest any more, nothing is approved
     */
    @Transactional
    public void approve(Actor actor, InsightId id, Optional<Edition> seen, @Nullable Integer revision) {
        Standing standing = rows.lock(id);
        InsightRows.requireSeen(seen, standing);
        if (revision != null && revision != standing.revision()) {
            throw NOT_THE_NEWEST.at(
                    "/revision",
                    "The insight stands at revision %d by now: read it, and approve that."
                            .formatted(standing.revision()));
        }
        requireOtherEyes(actor, standing);
        @Nullable Approval given = standing.approval();
        if (given != null && given.by().id().equals(actor.id().value())) {
            return;
        }
        // A submission stays over a save, which may have emptied it.
        requireBody(standing, "An insight without a body is not approved.");
        Person approver = new Person(actor.id().value(), actor.name());
        keep(Action.APPROVED, actor, standing.approved(new Approval(standing.revision(), approver, clock.instant())));
    }

    private void requireBody(Standing standing, String otherwise) {
        Content text = revisions.get(standing.id(), standing.revision()).content();
        if (text.body().isBlank()) {
            throw INCOMPLETE.at("/body", otherwise);
        }
    }

    /** By user id, whatever names the text shows: everybody who saved it up to this revision, and who made it. */
    private void requireOtherEyes(Actor actor, Standing standing) {
        boolean wrote = standing.createdBy().equals(actor.id().value())
                || revisions.editors(standing.id(), standing.revision()).stream()
                        .anyMatch(editor -> editor.id().equals(actor.id().value()));
        if (wrote) {
            throw FOUR_EYES.because("You wrote or edited this insight: somebody who did not must approve revision %d."
                    .formatted(standing.revision()));
        }
    }

    private void keep(Action action, Actor actor, Standing after) {
        Instant now = clock.instant();
        rows.keep(after, actor, now);
        chronicle.tell(action, actor, after, List.of(), now);
    }
}
