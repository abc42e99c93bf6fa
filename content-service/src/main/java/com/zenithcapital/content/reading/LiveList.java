package com.zenithcapital.content.reading;

import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list by time: one statement, whose answer is the items' JSON as it goes out. */
@ApplicationScoped
class LiveList {

    private static final String NEWEST = "insights-newest";
    private static final String OLDEST = "insights-oldest";
    private static final byte[] NOTHING = new byte[0];

    /** Between cards; JSON has it only escaped. */
    private static final byte SEPARATOR = 0x1E;

    private final Database database;

    LiveList(Database database) {
        this.database = database;
    }

    /**
     * A part of the list; a class because of the bytes.
     */
    static final class Part {

        private final byte[] items;
        private final @Nullable String next;

        private Part(byte[] items, @Nullable String next) {
            this.items = items;
            this.next = next;
        }

        /** The items' JSON objects with commas between them. */
        byte[] items() {
            return items;
        }

        @Nullable
        String next() {
            return next;
        }
    }

    /**
     * Walks one range of an index, in order, and stops at the limit: of live_facet_public (or _clients) for the first
     * facet given, of live_public (or _clients) without any. Other facets are looked up by live_facet's primary key.
     */
    Part list(Audience audience, Filter filter, boolean oldestFirst, Limit limit, @Nullable String cursor) {
        String order = oldestFirst ? OLDEST : NEWEST;
        Optional<Cursor> after = Cursor.decode(order, cursor);
        Sql sql = statement(audience, filter, oldestFirst, limit, after);
        return database.first(sql.text(), row -> part(order, limit, row), sql.values())
                .orElseThrow(() -> new IllegalStateException("An aggregate has one row"));
    }

    /** One more than wanted, to learn whether there are more. What is aggregated keeps the order of what is within. */
    private static Sql statement(
            Audience audience, Filter filter, boolean oldestFirst, Limit limit, Optional<Cursor> after) {
        String at = "r." + audience.time();
        String direction = oldestFirst ? "asc" : "desc";
        String beyond = oldestFirst ? ">" : "<";
        Iterator<Map.Entry<String, String>> facets = filter.facets().entrySet().iterator();
        Sql sql = new Sql().add("""
                select string_agg(page.card, chr(%1$d)) as items,
                       (array_agg(page.at))[%2$d] as at, (array_agg(page.id))[%2$d]::text as id
                from (
                    select %3$s as at, r.insight_id as id, r.card
                """.formatted((int) SEPARATOR, limit.value(), at));
        if (facets.hasNext()) {
            Map.Entry<String, String> first = facets.next();
            sql.add("""
                        from live_facet r
                        where r.kind = '%s' and r.value = ?
                    """.formatted(first.getKey()), first.getValue());
        } else {
            sql.add("    from live r where true\n");
        }
        facets.forEachRemaining(other -> add(sql, other));
        if (audience == Audience.EVERYBODY) {
            // The partial index's own condition, so that the planner sees that it fits.
            sql.add("      and r.public_at is not null\n");
        }
        filter.since().ifPresent(time -> sql.add("      and %s >= ?%n".formatted(at), time));
        filter.until().ifPresent(time -> sql.add("      and %s < ?%n".formatted(at), time));
        after.ifPresent(place -> sql.add(
                "      and (%s, r.insight_id) %s (?, ?)%n".formatted(at, beyond), place.instant(0), place.uuid(1)));
        return sql.add("""
                    order by %1$s %2$s, r.insight_id %2$s
                    limit ?) page
                """.formatted(at, direction), limit.plusOne());
    }

    /** Narrows what stands under the name r by one more facet. */
    static void add(Sql sql, Map.Entry<String, String> facet) {
        sql.add("""
                  and exists (select 1
                              from live_facet o
                              where o.insight_id = r.insight_id and o.kind = '%s' and o.value = ?)
                """.formatted(facet.getKey()), facet.getValue());
    }

    private static Part part(String order, Limit limit, Row row) throws SQLException {
        Optional<byte[]> cards = row.optionalBytes("items");
        if (cards.isEmpty()) {
            return new Part(NOTHING, null);
        }
        byte[] items = cards.get();
        int separators = 0;
        int last = 0;
        for (int i = 0; i < items.length; i++) {
            if (items[i] == SEPARATOR) {
                items[i] = ',';
                separators++;
                last = i;
            }
        }
        if (separators < limit.value()) {
            return new Part(items, null);
        }
        Cursor next = Cursor.of(order, row.instant("at"), UUID.fromString(row.text("id")));
        return new Part(Arrays.copyOf(items, last), next.encode());
    }
}
