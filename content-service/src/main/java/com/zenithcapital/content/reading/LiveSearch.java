package com.zenithcapital.content.reading;

import com.zenithcapital.content.search.Excerpt;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list by rank. */
@ApplicationScoped
class LiveSearch {

    private static final String BY_RANK = "insights-by-rank";

    /** How many of the newest that have the words are ranked: the work for a word that every text has stays bounded. */
    private static final int RANKED = 400;

    /** Of how much of a text an excerpt is taken. */
    private static final int READ = 20_000;

    private static final String EXCERPT = "StartSel=" + Excerpt.START + ", StopSel=" + Excerpt.END
            + ", MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=\" … \"";

    private final Database database;

    LiveSearch(Database database) {
        this.database = database;
    }

    /**
     * @param rank as PostgreSQL writes it, so that it reads the same number again
     * @param excerpt HTML
     */
    record Hit(UUID id, String rank, String card, String excerpt) {

        private static Hit read(Row row) throws SQLException {
            return new Hit(row.uuid("id"), row.text("rank"), row.text("card"), Excerpt.html(row.text("headline")));
        }
    }

    /** The best first. What is published after the first page does not move the others. */
    Page<Hit> search(Audience audience, Filter filter, Question question, Limit limit, @Nullable String cursor) {
        Optional<Cursor> after = Cursor.decode(BY_RANK, cursor);
        Instant first = after.map(place -> place.instant(2)).orElse(question.asked());
        Sql sql = candidates(audience, filter, question, first);
        sql.add("""
                ,
                page as (
                    select id, ts_rank_cd(vector, ?::tsquery) as rank
                    from candidate
                """, question.query());
        if (!question.words().equals(question.query())) {
            // That its words follow on each other is seen in the texts alone.
            sql.add("    where vector @@ ?::tsquery\n", question.query());
        }
        sql.add("""
                ),
                best as (
                    select id, rank
                    from page
                """);
        after.ifPresent(place -> sql.add("    where (rank, id) < (?::real, ?)\n", rank(place), place.uuid(1)));
        sql.add("""
                    order by rank desc, id desc
                    limit ?)
                select b.id, b.rank::text as rank, l.card,
                       ts_headline('english', left(l.title || ' ' || l.summary || ' ' || l.plain, ?), ?::tsquery, ?)
                           as headline
                from best b
                join live l on l.insight_id = b.id
                order by b.rank desc, b.id desc
                """, limit.plusOne(), READ, question.query(), EXCERPT);
        List<Hit> found = database.listPlannedAnew(sql.text(), Hit::read, sql.values());
        return Page.of(found, limit, last -> Cursor.of(BY_RANK, last.rank(), last.id(), first));
    }

    /**
     * The newest that match. For a word that many texts have, live_public (or _clients) is walked until there are
     * enough; for a rare one live_vector finds all; with a facet its range of live_facet is walked. Which of them
     * PostgreSQL decides by what it knows of the word.
     */
    private static Sql candidates(Audience audience, Filter filter, Question question, Instant first) {
        String time = audience.time();
        Sql sql = new Sql();
        sql.add("""
                with candidate as materialized (
                    select r.insight_id as id, r.vector
                    from live r
                """);
        Iterator<Map.Entry<String, String>> facets = filter.facets().entrySet().iterator();
        String at = "r." + time;
        if (facets.hasNext()) {
            Map.Entry<String, String> facet = facets.next();
            at = "f." + time;
            sql.add("""
                        join live_facet f on f.insight_id = r.insight_id and f.kind = '%s' and f.value = ?
                    """.formatted(facet.getKey()), facet.getValue());
        }
        sql.add(
                "    where r.vector @@ ?::tsquery and r.%1$s is not null and %2$s is not null and %2$s <= ?%n"
                        .formatted(time, at),
                question.query(),
                first);
        facets.forEachRemaining(other -> LiveList.add(sql, other));
        String column = at;
        filter.since().ifPresent(since -> sql.add("      and %s >= ?%n".formatted(column), since));
        filter.until().ifPresent(until -> sql.add("      and %s < ?%n".formatted(column), until));
        return sql.add("    order by %s desc, r.insight_id desc%n    limit %d)".formatted(at, RANKED));
    }

    /** A cursor is the caller's to change: what is no number must not become the database's error. */
    private static float rank(Cursor place) {
        try {
            return Float.parseFloat(place.text(0));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
