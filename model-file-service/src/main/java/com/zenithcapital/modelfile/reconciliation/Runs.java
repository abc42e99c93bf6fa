package com.zenithcapital.modelfile.reconciliation;

import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The comparisons that were made, as rows: by them the instances agree who makes the next one. Times are the database's. */
@ApplicationScoped
class Runs {

    private static final String LIST = "reconciliation-runs";

    /** An instance that is not heard of for as long has died. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(90);

    private static final String RUNS = """
            select id, instance, started_at, finished_at, failure, objects, bytes, orphans_removed, orphans_left,
                   uploads_aborted, objects_missing, sizes_wrong
            from reconciliation_run
            """;

    private final Database database;
    private final String instance;

    Runs(Database database) {
        this.database = database;
        this.instance = instanceName();
    }

    /**
     * Begins a run, unless another instance has one in hand or began one within a pause. The table's lock, held for this
     * one statement's time, has instances that ask at once answer one after the other. By reconciliation_run_by_start.
     */
    @Transactional
    Optional<UUID> begin(Duration pause) {
        database.update("lock table reconciliation_run in share row exclusive mode");
        return database.first("""
                insert into reconciliation_run (id, instance, started_at, lease_until)
                select ?, ?, now(), now() + ?::interval
                where not exists (
                    select 1
                    from (select started_at, finished_at, lease_until
                          from reconciliation_run
                          order by started_at desc, id desc
                          limit 1) last
                    where (last.finished_at is null and last.lease_until > now())
                       or last.started_at > now() - ?::interval)
                returning id
                """, row -> row.uuid("id"), Ids.next(), instance, LEASE, pause);
    }

    /** By the primary key. */
    void renew(UUID run) {
        database.update(
                "update reconciliation_run set lease_until = now() + ?::interval where id = ? and finished_at is null",
                LEASE,
                run);
    }

    /** By the primary key. */
    void end(UUID run, Findings found) {
        database.update(
                """
                update reconciliation_run
                set finished_at = now(), objects = ?, bytes = ?, orphans_removed = ?, orphans_left = ?, uploads_aborted = ?,
                    objects_missing = ?, sizes_wrong = ?
                where id = ? and finished_at is null
                """,
                found.objects(),
                found.bytes(),
                found.orphansRemoved(),
                found.orphansLeft(),
                found.uploadsAborted(),
                found.objectsMissing(),
                found.sizesWrong(),
                run);
    }

    /** What is long past. By reconciliation_run_by_start. */
    void forget() {
        database.update("delete from reconciliation_run where started_at < now() - ?::interval", KEPT);
    }

    /** By the primary key. */
    void fail(UUID run, String failure) {
        database.update(
                "update reconciliation_run set finished_at = now(), failure = ? where id = ? and finished_at is null",
                failure,
                run);
    }

    /** The last one that found something out. By reconciliation_run_by_start. */
    Optional<RunView> lastFinished() {
        return database.first(RUNS + "where objects is not null order by started_at desc, id desc limit 1", Runs::view);
    }

    /** The last one first. By reconciliation_run_by_start. */
    Page<RunView> list(Limit limit, @Nullable String cursor) {
        Optional<Cursor> after = Cursor.decode(LIST, cursor);
        Instant before = after.map(place -> place.instant(0)).orElse(Instant.parse("9999-01-01T00:00:00Z"));
        UUID id = after.map(place -> place.uuid(1)).orElse(new UUID(-1, -1));
        return Page.of(
                database.list(
                        RUNS + "where (started_at, id) < (?, ?) order by started_at desc, id desc limit ?",
                        Runs::view,
                        before,
                        id,
                        limit.plusOne()),
                limit,
                last -> Cursor.of(LIST, last.startedAt(), last.id()));
    }

    private static RunView view(Row row) throws SQLException {
        Optional<Instant> finished = row.optionalInstant("finished_at");
        boolean found = finished.isPresent() && row.optionalText("failure").isEmpty();
        return new RunView(
                row.uuid("id"),
                row.text("instance"),
                row.instant("started_at"),
                finished.orElse(null),
                row.optionalText("failure").orElse(null),
                found
                        ? new Findings(
                                row.number("objects"),
                                row.number("bytes"),
                                row.integer("orphans_removed"),
                                row.integer("orphans_left"),
                                row.integer("uploads_aborted"),
                                row.integer("objects_missing"),
                                row.integer("sizes_wrong"))
                        : null);
    }

    /** The pod's name on Kubernetes; elsewhere the process is told by its id. */
    private static String instanceName() {
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                        .filter(name -> !name.isBlank())
                        .orElse("local") + "-" + ProcessHandle.current().pid();
    }
}
