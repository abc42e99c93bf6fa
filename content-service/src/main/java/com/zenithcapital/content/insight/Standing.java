package com.zenithcapital.content.insight;

import static com.zenithcapital.content.insight.InsightProblem.WRONG_STATE;
import static com.zenithcapital.content.insight.State.APPROVED;
import static com.zenithcapital.content.insight.State.ARCHIVED;
import static com.zenithcapital.content.insight.State.DRAFT;
import static com.zenithcapital.content.insight.State.PUBLISHED;
import static com.zenithcapital.content.insight.State.SCHEDULED;
import static com.zenithcapital.content.insight.State.SUBMITTED;
import static com.zenithcapital.content.insight.State.WITHDRAWN;

import com.zenithcapital.platform.identity.UserId;
import com.zenithcapital.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An insight while its row is locked. The methods are the only legal transitions: each answers the standing after it, or
 * refuses with {@code wrong-state}.
 *
 * @param review of the newest revision; a published insight may have a next text under way
 * @param published the revision that readers see, or saw before it was withdrawn; null if they never did
 * @param approval of the newest revision; null while it has none
 * @param firstPublished when clients first saw it
 * @param firstPublic when everybody first saw it
 */
public record Standing(
        InsightId id,
        String slug,
        State state,
        Review review,
        Edition edition,
        @Nullable Integer published,
        @Nullable Approval approval,
        @Nullable Instant firstPublished,
        @Nullable Instant firstPublic,
        @Nullable String withdrawnReason,
        String createdBy,
        List<String> coEditors) {

    public Standing {
        coEditors = List.copyOf(coEditors);
    }

    public int revision() {
        return edition.revision();
    }

    /** Whether this user wrote it, or was asked by who did to write along. */
    public boolean isOf(UserId user) {
        return createdBy.equals(user.value()) || coEditors.contains(user.value());
    }

    /** Whether what readers see is the newest text. */
    public boolean isNewestPublished() {
        return published != null && published == revision();
    }

    /**
     * A new text. It voids an approval, and with it a publication that was to come. A submission stays: it asks to look at
     * the text as it is.
     */
    public Standing saved(String newSlug, List<String> newCoEditors) {
        Review next = review == Review.SUBMITTED ? Review.SUBMITTED : Review.DRAFT;
        State after =
                switch (state) {
                    case DRAFT, APPROVED, SCHEDULED -> DRAFT;
                    case SUBMITTED -> SUBMITTED;
                    case PUBLISHED -> PUBLISHED;
                    case WITHDRAWN -> WITHDRAWN;
                    case ARCHIVED -> throw refused("changed; restore it first");
                };
        return new Standing(
                id,
                newSlug,
                after,
                next,
                edition.withNewText(),
                published,
                null,
                firstPublished,
                firstPublic,
                withdrawnReason,
                createdBy,
                newCoEditors);
    }

    public Standing submitted() {
        if (review != Review.DRAFT || state == ARCHIVED) {
            throw refused("submitted");
        }
        return to(isBeforeReaders() ? SUBMITTED : state, Review.SUBMITTED, null);
    }

    /** An editor gives it back to its authors. */
    public Standing returned() {
        if (review == Review.DRAFT || state == ARCHIVED || isNewestPublished()) {
            throw refused("returned");
        }
        return to(isBeforeReaders() ? DRAFT : state, Review.DRAFT, null);
    }

    public Standing approved(Approval given) {
        if (review != Review.SUBMITTED || state == ARCHIVED) {
            throw refused("approved; it must be submitted");
        }
        return to(isBeforeReaders() ? APPROVED : state, Review.APPROVED, given);
    }

    public Standing scheduled() {
        if (state != APPROVED && state != SCHEDULED) {
            throw refused("scheduled; it must be approved");
        }
        return to(SCHEDULED, review, approval);
    }

    public Standing unscheduled() {
        if (state != SCHEDULED) {
            throw refused("unscheduled; it must be scheduled");
        }
        return to(APPROVED, review, approval);
    }

    /** What was planned for what readers see changes, and nothing else. */
    public Standing planned() {
        return to(state, review, approval);
    }

    /**
     * Readers see the newest text.
     *
     * @param now for clients
     * @param openToAll whether for everybody too
     */
    public Standing published(Instant now, boolean openToAll) {
        if (review != Review.APPROVED || state == ARCHIVED) {
            throw refused("published; its newest revision must be approved");
        }
        Instant first = firstPublished == null ? now : firstPublished;
        Instant firstOpen = firstPublic == null && openToAll ? now : firstPublic;
        return new Standing(
                id,
                slug,
                PUBLISHED,
                review,
                edition.withNewState(),
                revision(),
                approval,
                first,
                firstOpen,
                null,
                createdBy,
                coEditors);
    }

    /**
     * Brought from elsewhere, where readers saw it already.
     *
     * @param then when clients first did
     * @param open when everybody first did; null if only clients do
     */
    public Standing imported(Instant then, @Nullable Instant open) {
        return new Standing(
                id,
                slug,
                PUBLISHED,
                Review.APPROVED,
                edition.withNewState(),
                revision(),
                approval,
                then,
                open,
                null,
                createdBy,
                coEditors);
    }

    /** What clients see is there for everybody. */
    public Standing openedToPublic(Instant now) {
        if (state != PUBLISHED) {
            throw refused("opened to the public; it must be published");
        }
        return new Standing(
                id,
                slug,
                state,
                review,
                edition.withNewState(),
                published,
                approval,
                firstPublished,
                firstPublic == null ? now : firstPublic,
                null,
                createdBy,
                coEditors);
    }

    public Standing withdrawn(String reason) {
        if (state != PUBLISHED) {
            throw refused("withdrawn; it must be published");
        }
        return gone(WITHDRAWN, reason);
    }

    /** Out of the way, and out of sight of readers. */
    public Standing archived(String reason) {
        if (state == ARCHIVED) {
            throw refused("archived");
        }
        return published == null ? to(ARCHIVED, Review.DRAFT, null) : gone(ARCHIVED, reason);
    }

    /** Back from the archive: at work again, and still not to be seen by readers. */
    public Standing unarchived() {
        if (state != ARCHIVED) {
            throw refused("restored from the archive");
        }
        return to(published == null ? DRAFT : WITHDRAWN, review, approval);
    }

    private Standing gone(State after, String reason) {
        String told = withdrawnReason == null ? reason : withdrawnReason;
        return new Standing(
                id,
                slug,
                after,
                review,
                edition.withNewState(),
                published,
                approval,
                firstPublished,
                firstPublic,
                told,
                createdBy,
                coEditors);
    }

    private Standing to(State after, Review nextReview, @Nullable Approval nextApproval) {
        return new Standing(
                id,
                slug,
                after,
                nextReview,
                edition.withNewState(),
                published,
                nextApproval,
                firstPublished,
                firstPublic,
                withdrawnReason,
                createdBy,
                coEditors);
    }

    private boolean isBeforeReaders() {
        return switch (state) {
            case DRAFT, SUBMITTED, APPROVED, SCHEDULED -> true;
            case PUBLISHED, WITHDRAWN, ARCHIVED -> false;
        };
    }

    private ProblemException refused(String what) {
        String text = review.name().equals(state.name()) ? "" : " (its newest revision: %s)".formatted(review);
        return WRONG_STATE.because("The insight is %s%s and cannot be %s.".formatted(state, text, what));
    }
}
