package com.zenithcapital.analytics.visitor;

import com.zenithcapital.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The table of salts, which all replicas share. */
@Singleton
class SaltRows {

    private final Database database;

    SaltRows(Database database) {
        this.database = database;
    }

    /** The first replica to come makes the day's salt; the others find it there. */
    void offer(LocalDate day, byte[] bytes) {
        database.update("""
                insert into salt (day, bytes)
                values (?, ?)
                on conflict (day) do nothing
                """, day, bytes);
    }

    /** Those of this day and of all after it. */
    Map<LocalDate, Salt> from(LocalDate day) {
        Map<LocalDate, Salt> salts = new HashMap<>();
        database.list("""
                        select day::text as day, bytes
                        from salt
                        where day >= ?
                        order by day
                        limit 10
                        """, row -> Map.entry(LocalDate.parse(row.text("day")), new Salt(row.bytes("bytes"))), day)
                .forEach(entry -> salts.put(entry.getKey(), entry.getValue()));
        return salts;
    }

    /** A deleted row stays in its page, and so small a table is not cleaned for weeks: the page goes too. */
    void destroyBefore(LocalDate day) {
        int destroyed = database.update("""
                delete from salt
                where day < ?
                """, day);
        if (destroyed > 0) {
            database.update("vacuum (full) salt");
        }
    }
}
