package com.zenithcapital.content.transfer;

import static com.zenithcapital.content.insight.InsightProblem.FOUR_EYES;
import static com.zenithcapital.content.insight.InsightProblem.ID_TAKEN;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.Approval;
import com.zenithcapital.content.insight.Audience;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.Edition;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.Review;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.publication.Publications;
import com.zenithcapital.content.revision.ContentInput;
import com.zenithcapital.content.revision.Fields;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.content.revision.Origin;
import com.zenithcapital.content.revision.RevisionIntake;
import com.zenithcapital.content.revision.Revisions;
import com.zenithcapital.content.revision.Save;
import com.zenithcapital.content.revision.Slugs;
import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.problem.JsonDocuments;
import com.zenithcapital.platform.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes insights of lines, each in a transaction of its own. A line that is here already changes nothing. */
@ApplicationScoped
class Import {

    private static final Logger LOG = Logger.getLogger(Import.class);

    /** Readers of 410 are told this where the line does not say why. */
    private static final String NO_REASON = "This insight was withdrawn.";

    private final JsonDocuments documents;
    private final Export export;
    private final RevisionIntake intake;
    private final Revisions revisions;
    private final Slugs slugs;
    private final Publications publications;
    private final InsightRows rows;
    private final Fields fields;
    private final Clock clock;

    Import(
            JsonDocuments documents,
            Export export,
            RevisionIntake intake,
            Revisions revisions,
            Slugs slugs,
            Publications publications,
            InsightRows rows,
            Fields fields,
            Clock clock) {
        this.documents = documents;
        this.export = export;
        this.intake = intake;
        this.revisions = revisions;
        this.slugs = slugs;
        this.publications = publications;
        this.rows = rows;
        this.fields = fields;
        this.clock = clock;
    }

    /**
     * Takes in one.
     *
     * @param takesOver whether the caller answers for what was approved elsewhere: without that, nothing gets past four
     *     eyes by being imported
     */
    Outcome take(Actor actor, boolean takesOver, byte[] line) {
        @Nullable InsightId id = null;
        try {
            ImportLine document = documents.read(Lines.text(line), ImportLine.class);
            id = document.id() == null ? new InsightId(Ids.next()) : new InsightId(document.id());
            document.requireRealId();
            requireAllowed(document, takesOver);
            document.requirePast(clock.instant());
            return take(actor, takesOver, id, document);
        } catch (ProblemException e) {
            return Outcome.refused(id, e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "line not imported insight=%s", id);
            return Outcome.failed(id);
        }
    }

    private Outcome take(Actor actor, boolean takesOver, InsightId id, ImportLine line) {
        Optional<Document> there = export.find(id);
        if (there.isPresent() && sameAs(there.get(), line, takesOver)) {
            return Outcome.done(id, there.get().state());
        }
        if (there.isPresent() || export.isTaken(id)) {
            throw ID_TAKEN.at("/id", "There is another insight with the id %s.".formatted(id));
        }
        String slug = line.content().slug() == null
                ? slugs.free(line.content().title())
                : line.content().slug();
        Manuscript newest = revisions.rendered(line.content().content(slug));
        @Nullable
        Manuscript shown = line.published() == null ? null : revisions.rendered(published(line.published(), slug));
        State state = QuarkusTransaction.requiringNew().call(() -> keep(actor, takesOver, id, line, newest, shown));
        return Outcome.done(id, state).with(201);
    }

    private State keep(
            Actor actor,
            boolean takesOver,
            InsightId id,
            ImportLine line,
            Manuscript newest,
            @Nullable Manuscript shown) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Person creator = takesOver && line.createdBy() != null
                ? new Person(line.createdBy().id(), line.createdBy().name())
                : new Person(actor.id().value(), actor.name());
        Instant created = takesOver && line.createdAt() != null ? line.createdAt() : now;
        Manuscript first = shown == null ? newest : shown;
        Standing standing = begun(id, line, first, creator);
        intake.begin(actor, standing, creator, created, first, new Save(Origin.IMPORTED, null, List.of(), null), now);
        standing = moved(actor, standing, line, newest, shown, now);
        return standing.state();
    }

    private static Standing begun(InsightId id, ImportLine line, Manuscript first, Person creator) {
        boolean isSubmitted = line.stateOrDraft() == State.SUBMITTED;
        return new Standing(
                id,
                first.content().slug(),
                isSubmitted ? State.SUBMITTED : State.DRAFT,
                isSubmitted ? Review.SUBMITTED : Review.DRAFT,
                new Edition(1, 1),
                null,
                null,
                null,
                null,
                null,
                creator.id(),
                line.coEditors() == null ? List.of() : line.coEditors());
    }

    /** Brings what was begun to where it stood elsewhere. */
    private Standing moved(
            Actor actor, Standing begun, ImportLine line, Manuscript newest, @Nullable Manuscript shown, Instant now) {
        Standing standing = begun;
        if (line.publishedAt() != null) {
            standing = publications.takeOver(actor, standing, line.publishedAt(), line.publicAt());
        }
        if (shown != null) {
            List<String> changed = fields.differing(shown.content(), newest.content());
            Save save = new Save(Origin.IMPORTED, null, changed, null);
            standing = intake.next(actor, standing, newest, save, standing.coEditors(), now);
        }
        switch (line.stateOrDraft()) {
            case DRAFT, SUBMITTED, PUBLISHED -> {}
            case APPROVED, SCHEDULED -> {
                Person approver = new Person(actor.id().value(), actor.name());
                standing = standing.submitted().approved(new Approval(standing.revision(), approver, now));
                rows.keep(standing, actor, now);
            }
            case WITHDRAWN ->
                publications.withdraw(
                        actor,
                        standing.id(),
                        Optional.empty(),
                        line.withdrawnReason() == null ? NO_REASON : line.withdrawnReason());
            case ARCHIVED -> {
                if (line.withdrawnReason() == null) {
                    publications.archive(actor, standing.id(), Optional.empty());
                } else {
                    publications.archive(actor, standing.id(), Optional.empty(), line.withdrawnReason());
                }
            }
        }
        return rows.lock(standing.id());
    }

    private static void requireAllowed(ImportLine line, boolean takesOver) {
        boolean wasSeen =
                switch (line.stateOrDraft()) {
                    case DRAFT, SUBMITTED, APPROVED, SCHEDULED, ARCHIVED -> line.publishedAt() != null;
                    case PUBLISHED, WITHDRAWN -> true;
                };
        boolean isApproved = line.stateOrDraft() == State.APPROVED || line.stateOrDraft() == State.SCHEDULED;
        if ((wasSeen || isApproved) && !takesOver) {
            throw FOUR_EYES.at(
                    "/state",
                    "What was approved elsewhere is taken over by somebody who is editor and admin; bring it as DRAFT or SUBMITTED.");
        }
        if (wasSeen && line.publishedAt() == null) {
            throw INVALID_REQUEST.at("/publishedAt", "Say since when readers have seen it.");
        }
        if (wasSeen && (isApproved || line.stateOrDraft() == State.DRAFT || line.stateOrDraft() == State.SUBMITTED)) {
            throw INVALID_REQUEST.at(
                    "/publishedAt", "What is %s was not seen by readers.".formatted(line.stateOrDraft()));
        }
        @Nullable String body = line.content().body();
        boolean isWritten = body != null && !body.isBlank();
        if ((wasSeen || isApproved || line.stateOrDraft() == State.SUBMITTED) && !isWritten) {
            throw INVALID_REQUEST.at("/content/body", "What is %s has a body.".formatted(line.stateOrDraft()));
        }
        boolean isForClients =
                (line.published() == null ? line.content() : line.published()).audience() == Audience.CLIENTS;
        if (line.publicAt() != null && isForClients) {
            throw INVALID_REQUEST.at("/publicAt", "Its audience is clients: it is never public.");
        }
    }

    /**
     * Whether a line says what is here. What it leaves out was made up by its import and is not compared, nor is who made it
     * and when unless the caller takes over.
     */
    private boolean sameAs(Document there, ImportLine line, boolean takesOver) {
        String slug = line.content().slug() == null
                ? there.content().slug()
                : line.content().slug();
        State state = line.stateOrDraft() == State.SCHEDULED ? State.APPROVED : line.stateOrDraft();
        boolean isGone = state == State.WITHDRAWN || state == State.ARCHIVED;
        boolean sameText =
                fields.differing(there.content(), line.content().content(slug)).isEmpty();
        boolean sameReaders = line.publishedAt() == null || sameShown(there.published(), line.published(), slug);
        boolean sameDates = Objects.equals(line.publishedAt(), there.publishedAt())
                && Objects.equals(line.publicAt(), there.publicAt());
        boolean sameReason = !isGone || isSaid(line.withdrawnReason(), there.withdrawnReason());
        @Nullable
        Person creator = line.createdBy() == null
                ? null
                : new Person(line.createdBy().id(), line.createdBy().name());
        boolean sameOrigin =
                !takesOver || (isSaid(creator, there.createdBy()) && isSaid(line.createdAt(), there.createdAt()));
        return there.state() == state
                && sameText
                && sameReaders
                && sameDates
                && sameReason
                && sameOrigin
                && isSaid(line.coEditors(), there.coEditors());
    }

    private boolean sameShown(@Nullable Content there, @Nullable ContentInput shown, String slug) {
        if (there == null || shown == null) {
            return (there == null) == (shown == null);
        }
        return fields.differing(there, published(shown, slug)).isEmpty();
    }

    private static boolean isSaid(@Nullable Object said, @Nullable Object there) {
        return said == null || said.equals(there);
    }

    private static Content published(ContentInput input, String slug) {
        return input.content(input.slug() == null ? slug : input.slug());
    }
}
