package com.zenithcapital.content.audit;

import com.zenithcapital.content.audit.AuditEntry.Who;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trail as administrators read it. */
@ApplicationScoped
class AuditQueries {

    private static final String LIST = "admin-audit";

    private final Database database;

    AuditQueries(Database database) {
        this.database = database;
    }

    /**
     * The newest first. By audit_of_insight, audit_of_actor, audit_of_action or audit_by_time, which all end in the
     * order asked for; the slug by the primary key of live.
     */
    Page<AuditEntry> list(AuditFilter filter, Limit limit, @Nullable String cursor) {
        Optional<Cursor> place = Cursor.decode(LIST, cursor);
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<@Nullable Object> arguments = new ArrayList<>();
        filter.insight().ifPresent(insight -> {
            conditions.add("a.insight_id = ?");
            arguments.add(insight);
        });
        filter.actor().map(UserId::value).ifPresent(actor -> {
            conditions.add("a.actor = ?");
            arguments.add(actor);
        });
        filter.action().ifPresent(action -> {
            conditions.add("a.action = ?");
            arguments.add(action);
        });
        filter.since().ifPresent(since -> {
            conditions.add("a.at >= ?");
            arguments.add(since);
        });
        filter.until().ifPresent(until -> {
            conditions.add("a.at < ?");
            arguments.add(until);
        });
        place.ifPresent(last -> {
            conditions.add("(a.at, a.id) < (?, ?)");
            arguments.add(last.instant(0));
            arguments.add(last.number(1));
        });
        arguments.add(limit.plusOne());
        List<AuditEntry> found = database.list(
                """
                select a.id, a.at, a.actor, a.actor_name, a.action, a.insight_id, l.slug, a.revision, a.fields,
                       a.correlation_id
                from audit a
                left join live l on l.insight_id = a.insight_id and l.public_at is not null
                where %s
                order by a.at desc, a.id desc
                limit ?
                """.formatted(String.join(" and ", conditions)), AuditQueries::entry, arguments.toArray());
        return Page.of(found, limit, last -> Cursor.of(LIST, last.at(), last.id()));
    }

    private static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(
                row.number("id"),
                row.instant("at"),
                new Who(row.text("actor"), row.text("actor_name")),
                row.text("action"),
                row.uuid("insight_id"),
                row.optionalText("slug").orElse(null),
                row.integer("revision"),
                row.texts("fields"),
                row.text("correlation_id"));
    }
}
