package com.zenithcapital.content.transfer;

import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.content.revision.Fields;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads insights as documents, a batch at a time and in the order of their ids. */
@ApplicationScoped
class Export {

    private static final int BATCH = 50;

    private static final String DOCUMENT = """
            select i.id, i.state, i.created_by, i.created_by_name, i.created_at, i.co_editors, i.first_published_at,
                   i.first_public_at, i.withdrawn_reason, newest.content,
                   case when i.published_revision <> i.revision then shown.content end as published
            from insight i
            join revision newest on newest.insight_id = i.id and newest.number = i.revision
            left join revision shown on shown.insight_id = i.id and shown.number = i.published_revision
            """;

    private final Database database;
    private final Fields fields;

    Export(Database database, Fields fields) {
        this.database = database;
        this.fields = fields;
    }

    /** The next ones; none at the end. By the primary keys. What is in the trash stays there. */
    List<Document> after(UUID last, @Nullable State state) {
        return database.list(DOCUMENT + """
                where i.id > ? and i.deleted_at is null and (?::text is null or i.state = ?)
                order by i.id
                limit ?
                """, this::document, last, state, state, BATCH);
    }

    /** One; by the primary keys. What is in the trash stays there. */
    Optional<Document> find(InsightId id) {
        return database.first(DOCUMENT + "where i.id = ? and i.deleted_at is null", this::document, id.value());
    }

    /** Whether an insight has this id, in the trash or not; by the primary key. */
    boolean isTaken(InsightId id) {
        return database.first("select 1 as n from insight where id = ?", row -> row.integer("n"), id.value())
                .isPresent();
    }

    private Document document(Row row) throws SQLException {
        State state = State.valueOf(row.text("state"));
        Optional<String> published = row.optionalText("published");
        return new Document(
                row.uuid("id"),
                state == State.SCHEDULED ? State.APPROVED : state,
                new Person(row.text("created_by"), row.text("created_by_name")),
                row.instant("created_at"),
                row.texts("co_editors"),
                row.optionalInstant("first_published_at").orElse(null),
                row.optionalInstant("first_public_at").orElse(null),
                row.optionalText("withdrawn_reason").orElse(null),
                fields.read(row.text("content")),
                published.isPresent() ? fields.read(published.get()) : null);
    }
}
