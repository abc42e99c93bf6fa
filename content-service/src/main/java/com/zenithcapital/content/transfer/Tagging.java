package com.zenithcapital.content.transfer;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.content.revision.Origin;
import com.zenithcapital.content.revision.RevisionIntake;
import com.zenithcapital.content.revision.Revisions;
import com.zenithcapital.content.revision.Save;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts tags on and takes them off. It needs no {@code If-Match}: whatever the text is by then, only its tags change. It is
 * an edit all the same: a revision, which voids an approval.
 */
@ApplicationScoped
class Tagging {

    private static final int MOST = 20;

    private final InsightRows rows;
    private final Revisions revisions;
    private final RevisionIntake intake;
    private final Clock clock;

    Tagging(InsightRows rows, Revisions revisions, RevisionIntake intake, Clock clock) {
        this.rows = rows;
        this.revisions = revisions;
        this.intake = intake;
        this.clock = clock;
    }

    @Transactional
    public void put(Actor actor, InsightId id, List<String> tags) {
        Standing standing = rows.lockFor(actor, id);
        Manuscript text = revisions.get(id, standing.revision());
        Set<String> all = new LinkedHashSet<>(text.content().tags());
        all.addAll(tags);
        if (all.size() > MOST) {
            throw INVALID_REQUEST.at("/tags", "It would have %d tags: at most %d.".formatted(all.size(), MOST));
        }
        keep(actor, standing, text, List.copyOf(all));
    }

    @Transactional
    public void remove(Actor actor, InsightId id, List<String> tags) {
        Standing standing = rows.lockFor(actor, id);
        Manuscript text = revisions.get(id, standing.revision());
        List<String> rest = new ArrayList<>(text.content().tags());
        rest.removeAll(tags);
        keep(actor, standing, text, rest);
    }

    private void keep(Actor actor, Standing standing, Manuscript text, List<String> tags) {
        if (tags.equals(text.content().tags())) {
            return;
        }
        Manuscript tagged = new Manuscript(text.content().withTags(tags), text.rendered());
        Save save = new Save(Origin.SAVED, null, List.of("tags"), null);
        intake.next(actor, standing, tagged, save, standing.coEditors(), clock.instant());
    }
}
