package com.zenithcapital.content.revision;

import static com.zenithcapital.content.insight.InsightProblem.UNRENDERABLE;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.content.body.Heading;
import com.zenithcapital.content.body.Manuscripts;
import com.zenithcapital.content.body.Rendered;
import com.zenithcapital.content.body.UnrenderableException;
import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.search.SearchText;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps texts and finds them again. */
@ApplicationScoped
public class Revisions {

    /**
     * Of a body. PostgreSQL has room for 1,048,575 bytes of words in a {@code tsvector}; what this leaves is for title,
     * summary, names and the sheets of models.
     */
    static final int MOST_INDEXED = 800_000;

    private final Database database;
    private final Fields fields;
    private final Manuscripts manuscripts;
    private final ObjectMapper json;

    Revisions(Database database, Fields fields, Manuscripts manuscripts, ObjectMapper json) {
        this.database = database;
        this.fields = fields;
        this.manuscripts = manuscripts;
        this.json = json;
    }

    /** Renders a text's body. Takes its time: done before the insight's row is locked. */
    public Manuscript rendered(Content content) {
        try {
            Rendered rendered = manuscripts.render(content.body());
            requireIndexable(rendered);
            return new Manuscript(content, rendered);
        } catch (UnrenderableException e) {
            throw UNRENDERABLE
                    .at("/body", Objects.requireNonNullElse(e.getMessage(), "The body cannot be rendered."))
                    .causedBy(e);
        }
    }

    /** Keeps a text as the one where its insight stands now, with who may save it too. */
    @Transactional(MANDATORY)
    public void insert(Standing standing, Manuscript text, Save save, Actor actor, Instant now) {
        Rendered rendered = text.rendered();
        database.update(
                """
                insert into revision (insight_id, number, content, html, plain, outline, words, reading_minutes, changed,
                                      origin, origin_revision, note, saved_by, saved_by_name, saved_at, co_editors)
                values (?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                standing.id().value(),
                standing.revision(),
                fields.write(text.content()),
                rendered.html(),
                rendered.text(),
                outline(rendered.outline()),
                rendered.words(),
                rendered.readingMinutes(),
                save.changed(),
                save.origin(),
                save.originRevision(),
                save.note(),
                actor.id().value(),
                actor.name(),
                now,
                standing.coEditors());
    }

    /** One text; by the primary key. */
    public Optional<Manuscript> find(InsightId insight, int number) {
        return database.first("""
                select content, html, plain, outline, words, reading_minutes
                from revision
                where insight_id = ? and number = ?
                """, this::manuscript, insight.value(), number);
    }

    /** The same for a number that must be there. */
    public Manuscript get(InsightId insight, int number) {
        return find(insight, number)
                .orElseThrow(
                        () -> new IllegalStateException("Insight %s has no revision %d".formatted(insight, number)));
    }

    /** Who might save it too when a revision was saved; empty for one that was kept without them. By the primary key. */
    public Optional<List<String>> coEditors(InsightId insight, int number) {
        return database.first(
                "select co_editors from revision where insight_id = ? and number = ? and co_editors is not null",
                row -> row.texts("co_editors"),
                insight.value(),
                number);
    }

    /** Everybody whose hand is in a revision: who saved it, and all before it. By the primary key. */
    public List<Person> editors(InsightId insight, int upTo) {
        return database.list("""
                select saved_by, max(saved_by_name) as name
                from revision
                where insight_id = ? and number <= ?
                group by saved_by
                order by saved_by
                """, row -> new Person(row.text("saved_by"), row.text("name")), insight.value(), upTo);
    }

    Manuscript manuscript(Row row) throws SQLException {
        return new Manuscript(
                fields.read(row.text("content")),
                new Rendered(
                        row.text("html"),
                        row.text("plain"),
                        headings(row.text("outline")),
                        row.integer("words"),
                        row.integer("reading_minutes")));
    }

    /** Or it would be approved, and fail when it is published. */
    private static void requireIndexable(Rendered rendered) {
        long bytes = SearchText.indexedBytes(SearchText.normalise(rendered.text()));
        if (bytes > MOST_INDEXED) {
            throw INVALID_REQUEST.at(
                    "/body",
                    "Its words take up to %d bytes in the search index: at most %d.".formatted(bytes, MOST_INDEXED));
        }
    }

    private String outline(List<Heading> headings) {
        try {
            return json.writeValueAsString(headings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outline cannot be written", e);
        }
    }

    private List<Heading> headings(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept outline cannot be read", e);
        }
    }
}
