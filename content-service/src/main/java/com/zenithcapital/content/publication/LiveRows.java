package com.zenithcapital.content.publication;

import com.zenithcapital.content.insight.Content;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.Standing;
import com.zenithcapital.content.model.PublicModel;
import com.zenithcapital.content.publication.LivePage.Finished;
import com.zenithcapital.content.publication.LivePage.Times;
import com.zenithcapital.content.revision.Manuscript;
import com.zenithcapital.content.search.SearchText;
import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that readers read: written whole with every publication, in its transaction. */
@ApplicationScoped
class LiveRows {

    /** In chars, at most three bytes each; see {@code Revisions.MOST_INDEXED}. */
    private static final int MOST_OF_SHEETS = 20_000;

    private final Database database;
    private final Records records;
    private final LivePage pages;

    LiveRows(Database database, Records records, LivePage pages) {
        this.database = database;
        this.records = records;
        this.pages = pages;
    }

    /**
     * Shows a text to readers.
     *
     * @param standing after the publication
     */
    void show(Standing standing, Manuscript text, List<PublicModel> models, Instant updatedAt) {
        InsightId id = standing.id();
        Content content = text.content();
        if (standing.firstPublished() == null) {
            throw new IllegalStateException("What is shown was published: " + id);
        }
        Times times = new Times(standing.firstPublished(), publicAt(standing, content), updatedAt);
        Finished finished = pages.write(id, text, times, models, records.corrections(id));
        // A row that is there keeps its place in the lists; all the rest is new.
        database.update("delete from live_facet where insight_id = ?", id.value());
        database.update(
                """
                insert into live (insight_id, slug, clients_at, public_at, updated_at, title, summary, card, page, etag,
                                  html, plain, tags, authors, issuers, models, language, vector)
                values (?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                        setweight(to_tsvector(?::regconfig, ?), 'A') || setweight(to_tsvector(?::regconfig, ?), 'B')
                        || setweight(to_tsvector(?::regconfig, ?), 'C') || setweight(to_tsvector(?::regconfig, ?), 'D'))
                on conflict (insight_id) do update
                set slug = excluded.slug, clients_at = excluded.clients_at, public_at = excluded.public_at,
                    updated_at = excluded.updated_at, title = excluded.title, summary = excluded.summary,
                    card = excluded.card, page = excluded.page, etag = excluded.etag, html = excluded.html,
                    plain = excluded.plain, tags = excluded.tags, authors = excluded.authors,
                    issuers = excluded.issuers, models = excluded.models, language = excluded.language,
                    vector = excluded.vector
                """,
                id.value(),
                content.slug(),
                times.clientsAt(),
                times.publicAt(),
                updatedAt,
                content.title(),
                content.summary(),
                finished.card(),
                finished.page(),
                finished.tag(),
                text.rendered().html(),
                text.rendered().text(),
                content.tags(),
                content.authors(),
                issuers(content),
                content.models(),
                content.language(),
                dictionary(content),
                SearchText.normalise(content.title()),
                dictionary(content),
                SearchText.normalise(about(content)),
                dictionary(content),
                SearchText.normalise(text.rendered().text()),
                dictionary(content),
                indexed(sheets(models)));
        facets(id, "tag", content.tags(), times, finished.card());
        facets(id, "author", content.authors(), times, finished.card());
        facets(id, "issuer", issuers(content), times, finished.card());
        words(content, text, models, times.publicAt() != null);
        database.update(
                "update slug set was_public = true where slug = ? and insight_id = ?", content.slug(), id.value());
    }

    /** The insights that readers see and that link a model; by live_models. */
    List<InsightId> linking(UUID model, String slug) {
        return database.list(
                "select insight_id from live where models && ? order by insight_id",
                row -> new InsightId(row.uuid("insight_id")),
                List.of(model.toString(), slug));
    }

    /** When what readers see last changed; by the primary key. */
    Optional<Instant> updatedAt(InsightId id) {
        return database.first(
                "select updated_at from live where insight_id = ?", row -> row.instant("updated_at"), id.value());
    }

    /** Whether everybody sees it; by the primary key. */
    boolean isOpen(InsightId id) {
        return database.first(
                        "select 1 as n from live where insight_id = ? and public_at is not null",
                        row -> row.integer("n"),
                        id.value())
                .isPresent();
    }

    /** Takes an insight away from readers. */
    void hide(InsightId id) {
        database.update("delete from live where insight_id = ?", id.value());
    }

    /** What clients may read only is not for everybody, whatever it once was. */
    static @Nullable Instant publicAt(Standing standing, Content content) {
        return switch (content.audience()) {
            case PUBLIC -> standing.firstPublic();
            case CLIENTS -> null;
        };
    }

    private void facets(InsightId id, String kind, List<String> labels, Times times, String card) {
        if (labels.isEmpty()) {
            return;
        }
        // Two labels may differ in capitals only.
        database.update("""
                insert into live_facet (insight_id, kind, value, label, clients_at, public_at, card)
                select ?, ?, lower(label), label, ?, ?::timestamptz, ? from unnest(?) as label
                on conflict do nothing
                """, id.value(), kind, times.clientsAt(), times.publicAt(), card, labels);
    }

    /** In their order, so that two publications at the same time wait for each other and not around each other. */
    private void words(Content content, Manuscript text, List<PublicModel> models, boolean isPublic) {
        String all = String.join(
                "\n",
                SearchText.normalise(content.title()),
                SearchText.normalise(about(content)),
                SearchText.normalise(text.rendered().text()),
                indexed(sheets(models)));
        database.update("""
                insert into word (word, is_public)
                select lexeme, ?
                from unnest(tsvector_to_array(to_tsvector('simple', ?))) as lexeme
                where length(lexeme) between 3 and 40 and lexeme !~ '[0-9]'
                    and not exists (select 1 from word w where w.word = lexeme and (w.is_public or not ?))
                order by lexeme
                on conflict (word) do update set is_public = true where excluded.is_public and not word.is_public
                """, isPublic, all, isPublic);
    }

    private static List<String> issuers(Content content) {
        return Stream.of(content.issuer(), content.ticker())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static String about(Content content) {
        return Stream.of(List.of(content.summary()), content.tags(), content.authors(), issuers(content))
                .map(texts -> String.join("\n", texts))
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    /** What has no bound of its own is found by its beginning, for a {@code tsvector} has room for so much only. */
    private static String indexed(String text) {
        String normalised = SearchText.normalise(text);
        return normalised.substring(0, Math.min(normalised.length(), MOST_OF_SHEETS));
    }

    private static String sheets(List<PublicModel> models) {
        return models.stream()
                .flatMap(model -> model.sheets().stream())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    /** English texts are found by the stems of their words, others by the words as they are. */
    private static String dictionary(Content content) {
        return content.language().toLowerCase(Locale.ROOT).startsWith("en") ? "english" : "simple";
    }
}
