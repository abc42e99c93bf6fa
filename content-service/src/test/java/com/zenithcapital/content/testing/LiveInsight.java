package com.zenithcapital.content.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zenithcapital.content.search.SearchText;
import com.zenithcapital.platform.id.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An insight as the write side leaves it for readers, written by SQL.
 *
 * @param publicAt null while only clients may read it
 */
public record LiveInsight(
        UUID id,
        String slug,
        String title,
        String summary,
        String plain,
        List<String> tags,
        List<String> authors,
        List<String> issuers,
        Instant clientsAt,
        @Nullable Instant publicAt) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A public one with nothing special about it. */
    public static LiveInsight named(String slug, Instant at) {
        return new LiveInsight(
                Ids.next(),
                slug,
                "Title of " + slug,
                "Summary of " + slug,
                "Body of " + slug,
                List.of(),
                List.of("Ana Example"),
                List.of(),
                at,
                at);
    }

    public LiveInsight titled(String newTitle) {
        return new LiveInsight(id, slug, newTitle, summary, plain, tags, authors, issuers, clientsAt, publicAt);
    }

    public LiveInsight saying(String text) {
        return new LiveInsight(id, slug, title, summary, text, tags, authors, issuers, clientsAt, publicAt);
    }

    public LiveInsight tagged(String... newTags) {
        return new LiveInsight(
                id, slug, title, summary, plain, List.of(newTags), authors, issuers, clientsAt, publicAt);
    }

    public LiveInsight by(String... names) {
        return new LiveInsight(id, slug, title, summary, plain, tags, List.of(names), issuers, clientsAt, publicAt);
    }

    public LiveInsight about(String... names) {
        return new LiveInsight(id, slug, title, summary, plain, tags, authors, List.of(names), clientsAt, publicAt);
    }

    public LiveInsight forClients() {
        return new LiveInsight(id, slug, title, summary, plain, tags, authors, issuers, clientsAt, null);
    }

    public LiveInsight at(String newSlug) {
        return new LiveInsight(id, newSlug, title, summary, plain, tags, authors, issuers, clientsAt, publicAt);
    }

    /** Publishes it, or publishes it anew. */
    public LiveInsight publish(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                write(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        LiveRows.awaitForgotten();
        return this;
    }

    public void withdraw(DataSource database, String reason) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                run(connection, "delete from live where insight_id = ?", id);
                run(
                        connection,
                        "update insight set state = 'WITHDRAWN', withdrawn_reason = ? where id = ?",
                        reason,
                        id);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String page() {
        ObjectNode page = node();
        page.put("html", "<p>" + plain + "</p>");
        return page.toString();
    }

    private ObjectNode node() {
        try {
            ObjectNode card = JSON.createObjectNode();
            card.put("id", id.toString()).put("slug", slug).put("title", title).put("summary", summary);
            card.set("tags", JSON.valueToTree(tags));
            card.set("authors", JSON.valueToTree(authors));
            if (!issuers.isEmpty()) {
                card.put("issuer", issuers.getFirst());
            }
            card.put("language", "en").put("audience", publicAt == null ? "clients" : "public");
            card.put("readingMinutes", 1).put("publishedAt", clientsAt.toString());
            card.put("updatedAt", clientsAt.toString());
            return (ObjectNode) JSON.readTree(card.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Connection connection) throws SQLException {
        run(connection, """
                insert into insight (id, slug, state, review, revision, change, created_by, created_by_name, created_at,
                                     updated_by, updated_by_name, updated_at)
                values (?, ?, 'PUBLISHED', 'APPROVED', 1, 1, 'a', 'A', now(), 'a', 'A', now())
                on conflict (id) do update set slug = excluded.slug, state = 'PUBLISHED', withdrawn_reason = null
                """, id, slug);
        run(
                connection,
                "insert into slug (slug, insight_id, was_public) values (?, ?, true) on conflict do nothing",
                slug,
                id);
        run(
                connection,
                """
                insert into live (insight_id, slug, clients_at, public_at, updated_at, title, summary, card, page, etag,
                                  html, plain, tags, authors, issuers, models, language, vector)
                values (?, ?, ?, ?, now(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', 'en',
                        setweight(to_tsvector('english', ?), 'A') || setweight(to_tsvector('english', ?), 'C'))
                on conflict (insight_id) do update
                set slug = excluded.slug, public_at = excluded.public_at, updated_at = now(), title = excluded.title,
                    summary = excluded.summary, card = excluded.card, page = excluded.page, etag = excluded.etag,
                    html = excluded.html, plain = excluded.plain, vector = excluded.vector
                """,
                id,
                slug,
                clientsAt,
                publicAt,
                title,
                summary,
                node().toString(),
                page(),
                UUID.nameUUIDFromBytes(page().getBytes(UTF_8)).toString(),
                "<p>" + plain + "</p>",
                plain,
                tags,
                authors,
                issuers,
                SearchText.normalise(title + ' ' + summary),
                SearchText.normalise(plain));
        run(connection, "delete from live_facet where insight_id = ?", id);
        facets(connection, "tag", tags);
        facets(connection, "author", authors);
        facets(connection, "issuer", issuers);
        run(
                connection,
                "insert into word select unnest(?) on conflict do nothing",
                List.copyOf(SearchText.words(SearchText.normalise(title + ' ' + summary + ' ' + plain))));
    }

    private void facets(Connection connection, String kind, List<String> labels) throws SQLException {
        for (String label : labels) {
            run(
                    connection,
                    "insert into live_facet (insight_id, kind, value, label, clients_at, public_at, card)"
                            + " select ?, ?, ?, ?, ?, ?, card from live where insight_id = ?",
                    id,
                    kind,
                    label.toLowerCase(Locale.ROOT),
                    label,
                    clientsAt,
                    publicAt,
                    id);
        }
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<@Nullable Object> given = new ArrayList<>(Arrays.asList(values));
            for (int i = 0; i < given.size(); i++) {
                statement.setObject(
                        i + 1,
                        switch (given.get(i)) {
                            case Instant time -> OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
                            case List<?> texts -> connection.createArrayOf("text", texts.toArray());
                            case null -> null;
                            case Object other -> other;
                        });
            }
            statement.executeUpdate();
        }
    }
}
