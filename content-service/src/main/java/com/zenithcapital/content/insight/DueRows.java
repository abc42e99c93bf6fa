package com.zenithcapital.content.insight;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What shall happen at a time, by the database's clock. */
@ApplicationScoped
public class DueRows {

    /** What may be due. */
    public enum What {
        PUBLISH,
        OPEN_TO_PUBLIC,
        WITHDRAW
    }

    /**
     * One of them, claimed.
     *
     * @param now the database's time
     */
    public record Claimed(
            long id,
            InsightId insight,
            What what,
            Instant at,
            @Nullable String reason,
            Actor setBy,
            Instant now) {}

    private final Database database;

    DueRows(Database database) {
        this.database = database;
    }

    public void plan(InsightId insight, What what, Instant at, @Nullable String reason, Actor actor) {
        cancel(insight, what);
        database.update(
                "insert into due (insight_id, action, at, reason, set_by, set_by_name) values (?, ?, ?, ?, ?, ?)",
                insight.value(),
                what,
                at,
                reason,
                actor.id().value(),
                actor.name());
    }

    /** By due_of_insight, as the next. */
    public void cancel(InsightId insight, What what) {
        database.update("""
                update due set cancelled_at = now()
                where insight_id = ? and action = ? and done_at is null and cancelled_at is null
                """, insight.value(), what);
    }

    public void cancelAll(InsightId insight) {
        database.update("""
                update due set cancelled_at = now()
                where insight_id = ? and done_at is null and cancelled_at is null
                """, insight.value());
    }

    /** By due_of_insight. */
    public boolean isPlanned(InsightId insight, What what) {
        return database.first("""
                        select 1 as n from due
                        where insight_id = ? and action = ? and done_at is null and cancelled_at is null
                        limit 1
                        """, row -> row.integer("n"), insight.value(), what)
                .isPresent();
    }

    /**
     * Claims what is due, the earliest first, until the end of the transaction; what another has claimed is left to that
     * one, what failed waits until it is tried again, and with it what is due later for the same insight. By due_next and
     * due_of_insight.
     */
    public List<Claimed> claim(int most) {
        return database.list(
                """
                select id, insight_id, action, at, reason, set_by, set_by_name, clock_timestamp() as now
                from due
                where done_at is null and cancelled_at is null and coalesce(next_at, at) <= clock_timestamp()
                    and not exists (
                        select 1 from due before
                        where before.insight_id = due.insight_id and (before.at, before.id) < (due.at, due.id)
                            and before.done_at is null and before.cancelled_at is null
                            and before.next_at is not null)
                order by coalesce(next_at, at), at, id
                limit ?
                for update skip locked
                """,
                row -> new Claimed(
                        row.number("id"),
                        new InsightId(row.uuid("insight_id")),
                        What.valueOf(row.text("action")),
                        row.instant("at"),
                        row.optionalText("reason").orElse(null),
                        new Actor(new UserId(row.text("set_by")), row.text("set_by_name"), true),
                        row.instant("now")),
                most);
    }

    /**
     * Puts off what failed: twice as long each time, from a second to ten minutes. In a transaction that is not the one
     * that failed. By the primary key.
     */
    public void putOff(long id) {
        database.update("""
                update due
                set attempts = attempts + 1,
                    next_at = clock_timestamp() + least(interval '1 second' * 2 ^ least(attempts, 10), interval '10 minutes')
                where id = ? and done_at is null
                """, id);
    }

    /** Marks what was claimed as done, in the transaction of its effect. By the primary key. */
    public void done(long id) {
        database.update("update due set done_at = clock_timestamp() where id = ?", id);
    }
}
