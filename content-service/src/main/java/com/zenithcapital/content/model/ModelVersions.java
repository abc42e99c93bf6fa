package com.zenithcapital.content.model;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Keeps what is told of models. A fact that comes again changes nothing; those of one model come in order. */
@ApplicationScoped
public class ModelVersions {

    static final String CONSUMER = "content.models";

    private final Database database;
    private final Inbox inbox;
    private final Event<ModelChanged> changed;

    ModelVersions(Database database, Inbox inbox, Event<ModelChanged> changed) {
        this.database = database;
        this.inbox = inbox;
        this.changed = changed;
    }

    /** The newest public versions of these models; by model_version_by_slug and the primary key. */
    public List<PublicModel> find(List<String> slugsOrIds) {
        if (slugsOrIds.isEmpty()) {
            return List.of();
        }
        return database.list(
                """
                select distinct on (model_id) model_id, slug, number, sheets
                from model_version
                where is_public and (slug = any (?) or model_id::text = any (?))
                order by model_id, number desc
                """,
                row -> new PublicModel(
                        row.uuid("model_id"), row.text("slug"), row.integer("number"), row.texts("sheets")),
                slugsOrIds,
                slugsOrIds);
    }

    @Transactional
    public void accepted(UUID event, ToldVersion told) {
        if (inbox.isFirst(CONSUMER, event)) {
            database.update("""
                    insert into model_version (model_id, number, slug, sheets) values (?, ?, ?, ?)
                    on conflict (model_id, number) do update set sheets = excluded.sheets
                    """, told.modelId(), told.version(), told.slug(), told.sheets());
        }
    }

    /**
     * Its versions are public, or are not any more. A model may have another slug by now than in the facts before.
     *
     * @param isPublic what the fact says of this version
     */
    @Transactional
    public void shown(UUID event, ToldVersion told, boolean isPublic) {
        if (!inbox.isFirst(CONSUMER, event)) {
            return;
        }
        database.update("""
                insert into model_version (model_id, number, slug, is_public) values (?, ?, ?, ?)
                on conflict (model_id, number) do update set is_public = excluded.is_public
                """, told.modelId(), told.version(), told.slug(), isPublic);
        database.update("update model_version set slug = ? where model_id = ?", told.slug(), told.modelId());
        changed.fire(new ModelChanged(told.modelId(), told.slug()));
    }
}
