package com.zenithcapital.analytics.testing;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was counted, as the tables say. */
@ApplicationScoped
public class Books {

    private final Database database;

    Books(Database database) {
        this.database = database;
    }

    /** Leaves nothing counted; where the consumer stands in Kafka stays. */
    public void clear() {
        database.update("""
                truncate event, filtered_event, event_seen, tally, visit, visit_way, visit_way_day, visit_way_span,
                         visit_way_span_state, rollup_minute, rollup_quarter,
                         rollup_day, reader, readership, reader_week, replayed_letter
                """);
    }

    public long number(String query, @Nullable Object... arguments) {
        return database.list(
                        "select coalesce((" + query + ")::bigint, 0) as number", row -> row.number("number"), arguments)
                .getFirst();
    }

    /** Each row as one text. */
    public List<String> lines(String query, @Nullable Object... arguments) {
        return database.list("select q::text as line from (" + query + ") q", row -> row.text("line"), arguments);
    }

    public void update(String statement, @Nullable Object... arguments) {
        database.update(statement, arguments);
    }
}
