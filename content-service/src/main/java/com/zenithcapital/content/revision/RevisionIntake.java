package com.zenithcapital.content.revision;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.zenithcapital.content.insight.Action;
import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.Chronicle;
import com.zenithcapital.content.insight.DueRows;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.insight.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Takes in texts: the first of an insight, and the next of one whose row is locked. Told in the same transaction. */
@ApplicationScoped
public class RevisionIntake {

    private final InsightRows rows;
    private final Revisions revisions;
    private final Slugs slugs;
    private final Chronicle chronicle;
    private final DueRows due;

    RevisionIntake(InsightRows rows, Revisions revisions, Slugs slugs, Chronicle chronicle, DueRows due) {
        this.rows = rows;
        this.revisions = revisions;
        this.slugs = slugs;
        this.chronicle = chronicle;
        this.due = due;
    }

    /** A new insight; {@code slug-taken} if another has its address. */
    @Transactional(MANDATORY)
    public void begin(Actor actor, Standing standing, Manuscript text, Save save, Instant now) {
        begin(actor, standing, new Person(actor.id().value(), actor.name()), now, text, save, now);
    }

    /** The same for one that somebody else made at another time, elsewhere. */
    @Transactional(MANDATORY)
    public void begin(
            Actor actor,
            Standing standing,
            Person creator,
            Instant createdAt,
            Manuscript text,
            Save save,
            Instant now) {
        rows.insert(standing, creator, createdAt, actor, now);
        slugs.take(standing.slug(), standing.id());
        revisions.insert(standing, text, save, actor, now);
        chronicle.tell(
                save.origin() == Origin.IMPORTED ? Action.IMPORTED : Action.CREATED, actor, standing, List.of(), now);
    }

    /** The next text of one that is there. A publication that was to come is called off. */
    @Transactional(MANDATORY)
    public Standing next(
            Actor actor, Standing standing, Manuscript text, Save save, List<String> coEditors, Instant now) {
        String slug = text.content().slug();
        Standing after = standing.saved(slug, coEditors);
        if (!slug.equals(standing.slug())) {
            slugs.take(slug, standing.id());
            slugs.release(standing.id(), slug);
        }
        if (standing.state() == State.SCHEDULED) {
            due.cancelAll(standing.id());
        }
        revisions.insert(after, text, save, actor, now);
        rows.keep(after, actor, now);
        chronicle.tell(action(save.origin()), actor, after, save.changed(), now);
        return after;
    }

    private static Action action(Origin origin) {
        return switch (origin) {
            case SAVED -> Action.SAVED;
            case MERGED -> Action.MERGED;
            case RESTORED -> Action.REVISION_RESTORED;
            case IMPORTED -> Action.IMPORTED;
        };
    }
}
