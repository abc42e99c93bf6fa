package com.zenithcapital.content.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.Person;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.model.PublicModel;
import com.zenithcapital.content.revision.Fields;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.content.revision.Revisions;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was published, word for word, by whom and past whose eyes: one document a publication, with its digest. The database
 * refuses to change one.
 */
@ApplicationScoped
class Records {

    /** A publication in the list of an insight's. */
    record Line(int number, String kind, int revision, Instant publishedAt, String digest) {}

    /** What a correction told its readers. */
    record Correction(Instant at, String note) {}

    /** A record's text and its SHA-256, in hexadecimal. */
    record Kept(String record, String digest) {}

    private final Database database;
    private final Revisions revisions;
    private final Fields fields;
    private final ObjectMapper json;

    Records(Database database, Revisions revisions, Fields fields, ObjectMapper json) {
        this.database = database;
        this.revisions = revisions;
        this.fields = fields;
        this.json = json;
    }

    /** Keeps one; the insight's row is locked, so its number is the next. */
    Line keep(Standing standing, Manuscript text, List<PublicModel> models, Issue issue, Actor publisher) {
        int number = database.first(
                        "select coalesce(max(number), 0) + 1 as number from publication where insight_id = ?",
                        row -> row.integer("number"),
                        standing.id().value())
                .orElseThrow();
        String record = write(number, standing, text, models, issue, publisher);
        String digest = Sha256.of(record.getBytes(UTF_8)).hex();
        database.update(
                """
                insert into publication (insight_id, number, kind, revision, note, record, digest, published_by,
                                         published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                standing.id().value(),
                number,
                issue.kind(),
                standing.revision(),
                issue.note(),
                record,
                digest,
                publisher.id().value(),
                issue.at());
        return new Line(number, issue.kind().name(), standing.revision(), issue.at(), digest);
    }

    /** All of them, the first one first. By the primary key; an insight is not published hundreds of times. */
    List<Line> list(InsightId insight) {
        return database.list(
                """
                select number, kind, revision, published_at, digest
                from publication
                where insight_id = ?
                order by number
                """,
                row -> new Line(
                        row.integer("number"),
                        row.text("kind"),
                        row.integer("revision"),
                        row.instant("published_at"),
                        row.text("digest")),
                insight.value());
    }

    Optional<Kept> find(InsightId insight, int number) {
        return database.first(
                "select record, digest from publication where insight_id = ? and number = ?",
                row -> new Kept(row.text("record"), row.text("digest")),
                insight.value(),
                number);
    }

    /** What readers were told was put right, the first one first. */
    List<Correction> corrections(InsightId insight) {
        return database.list(
                """
                select published_at, note
                from publication
                where insight_id = ? and kind = 'CORRECTED'
                order by number
                """, row -> new Correction(row.instant("published_at"), row.text("note")), insight.value());
    }

    private String write(
            int number, Standing standing, Manuscript text, List<PublicModel> models, Issue issue, Actor publisher) {
        ObjectNode record = json.createObjectNode();
        record.put("insight", standing.id().toString());
        record.put("publication", number);
        record.put("kind", issue.kind().name());
        record.put("revision", standing.revision());
        record.put("publishedAt", issue.at().toString());
        record.set("publishedBy", json.valueToTree(new Person(publisher.id().value(), publisher.name())));
        record.put(
                "scheduledFor",
                issue.scheduledFor() == null ? null : issue.scheduledFor().toString());
        record.put("note", issue.note());
        record.set("approval", json.valueToTree(standing.approval()));
        record.set("editors", json.valueToTree(revisions.editors(standing.id(), standing.revision())));
        record.set("content", fields.of(text.content()));
        record.put("html", text.rendered().html());
        ArrayNode linked = record.putArray("linkedModels");
        models.forEach(model -> linked.addObject()
                .put("id", model.id().toString())
                .put("slug", model.slug())
                .put("version", model.version()));
        try {
            return requireNonNull(json.writeValueAsString(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record cannot be written", e);
        }
    }
}
