package com.zenithcapital.modelfile.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.VersionState;
import com.zenithcapital.modelfile.workbook.DocumentFacts;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Versions as analysts and editors read them, all by the unique index on (model_id, number). */
@ApplicationScoped
class VersionQueries {

    private static final String LIST = "admin-versions";

    private static final String VERSIONS = """
            select v.number, v.state, j.id as job_id, v.filename, v.media_type, v.size, v.sha256, v.uploaded_by,
                   v.received_at, v.settled_at, v.published_at, v.published_by, v.withdrawn_at, v.withdrawn_by,
                   v.published_at is not null and v.withdrawn_at is null and v.number < m.published_version as superseded
            from version v
            join job j on j.version_id = v.id
            join model m on m.id = v.model_id
            where v.model_id = ?
            """;

    private final Database database;
    private final ObjectMapper json;

    VersionQueries(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<VersionView> find(ModelId model, int number) {
        return database.first(VERSIONS + "and v.number = ?", VersionQueries::view, model.value(), number);
    }

    /** The newest first. */
    Page<VersionView> list(ModelId model, Limit limit, @Nullable String cursor) {
        int before = Cursor.decode(LIST, cursor)
                .map(place -> Math.clamp(place.number(0), 0, Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
        return Page.of(
                database.list(
                        VERSIONS + "and v.number < ? order by v.number desc limit ?",
                        VersionQueries::view,
                        model.value(),
                        before,
                        limit.plusOne()),
                limit,
                last -> Cursor.of(LIST, last.number()));
    }

    /** The stored inspection, as JSON. */
    Optional<String> inspection(ModelId model, int number) {
        return database.first("""
                select i.document
                from version v
                join inspection i on i.version_id = v.id
                where v.model_id = ? and v.number = ?
                """, row -> row.text("document"), model.value(), number);
    }

    /** What the workbook says of itself; empty where nobody could look. */
    Optional<DocumentFacts> document(ModelId model, int number) {
        return database.first("""
                select i.facts
                from version v
                join inspection i on i.version_id = v.id
                where v.model_id = ? and v.number = ? and i.facts is not null
                """, row -> facts(row.text("facts")), model.value(), number);
    }

    private DocumentFacts facts(String stored) {
        try {
            return json.readValue(stored, DocumentFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Facts were stored and cannot be read", e);
        }
    }

    private static VersionView view(Row row) throws SQLException {
        return new VersionView(
                row.integer("number"),
                VersionState.valueOf(row.text("state")),
                new JobId(row.uuid("job_id")),
                row.text("filename"),
                row.text("media_type"),
                row.number("size"),
                row.text("sha256"),
                row.text("uploaded_by"),
                row.instant("received_at"),
                row.optionalInstant("settled_at").orElse(null),
                row.optionalInstant("published_at").orElse(null),
                row.optionalText("published_by").orElse(null),
                row.optionalInstant("withdrawn_at").orElse(null),
                row.optionalText("withdrawn_by").orElse(null),
                row.flag("superseded"));
    }
}
