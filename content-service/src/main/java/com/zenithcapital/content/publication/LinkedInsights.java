package com.zenithcapital.content.publication;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.model.ModelChanged;
import com.zenithcapital.content.model.ModelVersions;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.content.revision.Revisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/**
 * Has insights name the newest version of a model they link, and be found by its sheets. What was published stays as it was
 * in its record; the text and its dates do not change.
 */
@ApplicationScoped
class LinkedInsights {

    private final InsightRows rows;
    private final Revisions revisions;
    private final ModelVersions models;
    private final LiveRows live;

    LinkedInsights(InsightRows rows, Revisions revisions, ModelVersions models, LiveRows live) {
        this.rows = rows;
        this.revisions = revisions;
        this.models = models;
        this.live = live;
    }

    @Transactional(MANDATORY)
    void on(@Observes ModelChanged model) {
        live.linking(model.id(), model.slug()).forEach(this::show);
    }

    private void show(InsightId id) {
        Standing standing = rows.lock(id);
        if (standing.state() == State.PUBLISHED && standing.published() != null) {
            Manuscript text = revisions.get(id, standing.published());
            // Read under the lock: whoever held it may have published meanwhile.
            live.updatedAt(id)
                    .ifPresent(updatedAt ->
                            live.show(standing, text, models.find(text.content().models()), updatedAt));
        }
    }
}
