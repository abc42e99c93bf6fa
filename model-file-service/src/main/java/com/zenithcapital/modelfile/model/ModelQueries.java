package com.zenithcapital.modelfile.model;

import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Models as analysts and editors read them. */
@ApplicationScoped
class ModelQueries {

    private static final String LIST = "admin-models";

    /** No id is as late. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final String COLUMNS = """
            select id, slug, title, summary, tags, created_by, created_at, updated_by, updated_at,
                   nullif(last_version, 0) as latest_version, published_version, revision
            from model
            """;

    private final Database database;

    ModelQueries(Database database) {
        this.database = database;
    }

    /** By the primary key. */
    Optional<ModelView> find(ModelId id) {
        return database.first(COLUMNS + "where id = ?", ModelQueries::view, id.value());
    }

    /** The newest first: ids grow with time, so the primary key is the order, and the cursor a place in it. */
    Page<ModelView> list(Limit limit, @Nullable String cursor) {
        UUID before = Cursor.decode(LIST, cursor).map(place -> place.uuid(0)).orElse(LAST);
        return Page.of(
                database.list(
                        COLUMNS + "where id < ? order by id desc limit ?", ModelQueries::view, before, limit.plusOne()),
                limit,
                last -> Cursor.of(LIST, last.id()));
    }

    private static ModelView view(Row row) throws SQLException {
        return new ModelView(
                new ModelId(row.uuid("id")),
                row.text("slug"),
                row.text("title"),
                row.text("summary"),
                row.texts("tags"),
                row.text("created_by"),
                row.instant("created_at"),
                row.text("updated_by"),
                row.instant("updated_at"),
                row.optionalInteger("latest_version").orElse(null),
                row.optionalInteger("published_version").orElse(null),
                row.integer("revision"));
    }
}
