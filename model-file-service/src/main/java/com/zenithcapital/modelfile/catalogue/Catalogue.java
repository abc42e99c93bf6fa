package com.zenithcapital.modelfile.catalogue;

import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is public, and no query here sees anything else. */
@ApplicationScoped
class Catalogue {

    private static final String MODELS = "models-by-publication";
    private static final String VERSIONS = "versions-by-number";
    private static final String ROWS = "preview-rows";

    private final Database database;

    Catalogue(Database database) {
        this.database = database;
    }

    /** The last published first. By the index model_by_publication. */
    Page<ModelCard> models(Limit limit, @Nullable String cursor) {
        Optional<Cursor> after = Cursor.decode(MODELS, cursor);
        // Two statements, because "no cursor" as a condition within one would hide the index from the planner.
        List<Listed> found = after.isEmpty()
                ? database.list("""
                        select id, slug, title, summary, tags, published_version, published_at
                        from model
                        where published_at is not null
                        order by published_at desc, id desc
                        limit ?
                        """, Listed::read, limit.plusOne())
                : database.list(
                        """
                        select id, slug, title, summary, tags, published_version, published_at
                        from model
                        where published_at is not null and (published_at, id) < (?, ?)
                        order by published_at desc, id desc
                        limit ?
                        """, Listed::read, after.get().instant(0), after.get().uuid(1), limit.plusOne());
        return Page.of(found, limit, last -> Cursor.of(MODELS, last.card().publishedAt(), last.id()))
                .map(Listed::card);
    }

    /** By the unique index on the slug. */
    Optional<ModelCard> model(String slug) {
        return database.first("""
                select slug, title, summary, tags, published_version, published_at
                from model
                where slug = ? and published_at is not null
                """, Catalogue::modelCard, slug);
    }

    /** The newest first; empty when there is no such model in public. By the slug, then version_by_publication. */
    Page<VersionCard> versions(String slug, Limit limit, @Nullable String cursor) {
        long before =
                Cursor.decode(VERSIONS, cursor).map(place -> place.number(0)).orElse(Long.MAX_VALUE);
        return Page.of(
                database.list(
                        """
                        select v.number, v.filename, v.media_type, v.size, v.sha256, v.published_at,
                               m.published_version
                        from model m
                        join version v on v.model_id = m.id
                        where m.slug = ? and v.published_at is not null and v.withdrawn_at is null and v.number < ?
                        order by v.number desc
                        limit ?
                        """, Catalogue::versionCard, slug, Math.clamp(before, 0, Integer.MAX_VALUE), limit.plusOne()),
                limit,
                last -> Cursor.of(VERSIONS, last.number()));
    }

    /** By the slug, then (model_id, number). */
    Optional<VersionCard> version(String slug, int number) {
        return database.first("""
                select v.number, v.filename, v.media_type, v.size, v.sha256, v.published_at, m.published_version
                from model m
                join version v on v.model_id = m.id
                where m.slug = ? and v.number = ? and v.published_at is not null and v.withdrawn_at is null
                """, Catalogue::versionCard, slug, number);
    }

    /** The visible ones, in the workbook's order. By the slug, (model_id, number), and the inspection's primary key. */
    List<SheetCard> sheets(String slug, int number) {
        return database.list(
                """
                select s.position - 1 as index, s.sheet ->> 'name' as name, s.sheet ->> 'range' as range,
                       (s.sheet -> 'cells')::bigint as cells, (s.sheet -> 'formulas')::bigint as formulas,
                       (s.sheet -> 'errors')::bigint as errors
                from model m
                join version v on v.model_id = m.id
                join inspection i on i.version_id = v.id,
                jsonb_array_elements(i.document -> 'sheets') with ordinality as s (sheet, position)
                where m.slug = ? and v.number = ? and v.published_at is not null and v.withdrawn_at is null
                  and s.sheet ->> 'visibility' = 'visible'
                order by s.position
                """,
                row -> new SheetCard(
                        Math.toIntExact(row.number("index")),
                        row.text("name"),
                        row.optionalText("range").orElse(null),
                        row.number("cells"),
                        row.number("formulas"),
                        row.number("errors")),
                slug,
                number);
    }

    /**
     * Some of the stored first rows of a visible sheet and the merged cells that reach into them, as the JSON that is
     * answered; empty when there is no such sheet in public. By the slug, (model_id, number), the inspection's primary key, and one range of that of preview_row.
     *
     * @param most of how many of the sheet's rows the caller sees any
     */
    Optional<String> rows(String slug, int number, int sheet, int most, int limit, @Nullable String cursor) {
        long after = Cursor.decode(ROWS, cursor).map(place -> place.number(0)).orElse(0L);
        return database.first(
                """
                select json_build_object(
                           'index', s.index, 'name', i.document #>> array['sheets', s.index::text, 'name'],
                           'range', i.document #>> array['sheets', s.index::text, 'range']) as sheet,
                       coalesce(p.rows, '[]'::json) as rows, p.last, p.more,
                       coalesce((
                           select json_agg(g.range order by g.place)
                           from jsonb_array_elements_text(i.merges -> s.index::text)
                                with ordinality as g (range, place)
                           where substring(g.range from '^[A-Z]+([0-9]+)')::integer <= p.last
                             and substring(g.range from '([0-9]+)$')::integer >= p.first), '[]'::json) as merges
                from model m
                join version v on v.model_id = m.id
                join inspection i on i.version_id = v.id,
                (select ?::integer as index) s,
                lateral (
                    select json_agg(json_build_object('row', w.row, 'cells', w.cells) order by w.row)
                               filter (where w.place <= ?) as rows,
                           min(w.row) as first, max(w.row) filter (where w.place <= ?) as last,
                           count(*) > ? as more
                    from (select row, cells, row_number() over (order by row) as place
                          from (select row, cells
                                from preview_row
                                where version_id = v.id and sheet = s.index
                                order by row
                                limit ?) seen
                          where row > ?
                          order by row
                          limit ?) w) p
                where m.slug = ? and v.number = ? and v.published_at is not null and v.withdrawn_at is null
                  and i.document #>> array['sheets', s.index::text, 'visibility'] = 'visible'
                """,
                Catalogue::rows,
                sheet,
                limit,
                limit,
                limit,
                most,
                Math.clamp(after, 0, Integer.MAX_VALUE),
                limit + 1,
                slug,
                number);
    }

    /** The rows' JSON is the database's own and is not parsed here: it is put beside what it belongs to. */
    private static String rows(Row row) throws SQLException {
        String sheet = row.text("sheet");
        String next =
                row.flag("more") ? '"' + Cursor.of(ROWS, row.integer("last")).encode() + '"' : "null";
        return "%s, \"rows\" : %s, \"merges\" : %s, \"next\" : %s}"
                .formatted(sheet.substring(0, sheet.length() - 1), row.text("rows"), row.text("merges"), next);
    }

    /** A card with what only the cursor needs. */
    private record Listed(UUID id, ModelCard card) {
        static Listed read(Row row) throws SQLException {
            return new Listed(row.uuid("id"), modelCard(row));
        }
    }

    private static ModelCard modelCard(Row row) throws SQLException {
        return new ModelCard(
                row.text("slug"),
                row.text("title"),
                row.text("summary"),
                row.texts("tags"),
                row.integer("published_version"),
                row.instant("published_at"));
    }

    private static VersionCard versionCard(Row row) throws SQLException {
        int number = row.integer("number");
        int latest = row.integer("published_version");
        return new VersionCard(
                number,
                row.text("filename"),
                row.text("media_type"),
                row.number("size"),
                row.text("sha256"),
                row.instant("published_at"),
                latest,
                number < latest);
    }
}
