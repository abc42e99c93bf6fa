package com.zenithcapital.content.transfer;

import static com.zenithcapital.platform.problem.CommonProblem.FORBIDDEN;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.publication.Publications;
import com.zenithcapital.content.review.Reviews;
import com.zenithcapital.content.view.InsightViews;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Does the same to many insights. Each is a transaction of its own, so that one that is refused spoils no other. */
@ApplicationScoped
class Bulk {

    private static final Logger LOG = Logger.getLogger(Bulk.class);

    private final Reviews reviews;
    private final Publications publications;
    private final Tagging tagging;
    private final InsightViews views;

    Bulk(Reviews reviews, Publications publications, Tagging tagging, InsightViews views) {
        this.reviews = reviews;
        this.publications = publications;
        this.tagging = tagging;
        this.views = views;
    }

    /**
     * What became of each, in the order of the ids; one that is named twice is done once.
     *
     * @param hasRole the caller's roles: an action needs the one that it needs alone
     */
    List<Outcome> run(Actor actor, Predicate<String> hasRole, BulkInput input) {
        requireWhole(input);
        Optional<String> role = roleFor(input.action());
        if (role.isPresent() && !hasRole.test(role.get())) {
            throw FORBIDDEN.at("/action", "This needs the role %s.".formatted(role.get()));
        }
        return new LinkedHashSet<>(input.ids())
                .stream().map(id -> one(actor, new InsightId(id), input)).toList();
    }

    private Outcome one(Actor actor, InsightId id, BulkInput input) {
        try {
            return Outcome.done(
                    id, views.after(id, () -> perform(actor, id, input)).state());
        } catch (ProblemException e) {
            return Outcome.refused(id, e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "one of many failed action=%s insight=%s", input.action(), id);
            return Outcome.failed(id);
        }
    }

    private void perform(Actor actor, InsightId id, BulkInput input) {
        switch (input.action()) {
            case SUBMIT -> reviews.submit(actor, id, Optional.empty());
            case APPROVE -> reviews.approve(actor, id, Optional.empty(), null);
            case PUBLISH -> publications.publish(actor, id, Optional.empty(), null);
            case WITHDRAW ->
                publications.withdraw(
                        actor,
                        id,
                        Optional.empty(),
                        input.reason() == null ? "" : input.reason().strip());
            case ARCHIVE -> publications.archive(actor, id, Optional.empty());
            case TAG -> tagging.put(actor, id, input.tags() == null ? List.of() : input.tags());
            case UNTAG -> tagging.remove(actor, id, input.tags() == null ? List.of() : input.tags());
        }
    }

    private static void requireWhole(BulkInput input) {
        boolean tags = input.action() == BulkInput.Action.TAG || input.action() == BulkInput.Action.UNTAG;
        if (tags != (input.tags() != null)) {
            throw INVALID_REQUEST.at("/tags", tags ? "Say which tags." : "Tags are for tag and untag.");
        }
        boolean reason = input.action() == BulkInput.Action.WITHDRAW;
        if (reason != (input.reason() != null)) {
            throw INVALID_REQUEST.at("/reason", reason ? "Readers are told a reason." : "A reason is for withdraw.");
        }
    }

    private static Optional<String> roleFor(BulkInput.Action action) {
        return switch (action) {
            case SUBMIT -> Optional.of(Roles.ANALYST);
            case APPROVE, PUBLISH, WITHDRAW -> Optional.of(Roles.EDITOR);
            // Whoever may call this at all: what is whose is asked of each insight.
            case ARCHIVE, TAG, UNTAG -> Optional.empty();
        };
    }
}
