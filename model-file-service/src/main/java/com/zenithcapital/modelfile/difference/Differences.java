package com.zenithcapital.modelfile.difference;

import com.zenithcapital.modelfile.storage.ObjectKey;
import com.zenithcapital.modelfile.storage.StoredObject;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The differences there are, as rows: asked for, computed, kept. A pair in hand is due again when its computing must be over,
 * so one whose worker was killed comes back by itself. Times are the database's own.
 */
@ApplicationScoped
class Differences {

    private final Database database;
    private final DifferenceConfig config;

    Differences(Database database, DifferenceConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Where a pair stands. */
    sealed interface Standing {

        /** It is computed, or will be. */
        record Waiting() implements Standing {}

        /** It is stored, under these ETags. */
        record Available(String documentTag, String pageTag) implements Standing {}

        /** It could not be computed. */
        record Unavailable(String reason) implements Standing {}
    }

    /** A pair whose turn has come. */
    record Due(Pair pair, Workbook from, Workbook to, int attempts) {}

    record Workbook(int number, String filename, StoredObject object) {}

    /**
     * Asks for what a version that was just accepted changes: against the newest accepted one before it, and for the one
     * after it, if that was accepted earlier, against this one. Repeatable. By the unique index on (model_id, number).
     */
    @Transactional
    int expect(VersionId version) {
        return database.update("""
                with accepted as (select id, model_id, number from version where id = ? and state = 'ACCEPTED'),
                pairs as (
                    select (select v.id from version v
                            where v.model_id = a.model_id and v.number < a.number and v.state = 'ACCEPTED'
                            order by v.number desc
                            limit 1) as from_version, a.id as to_version
                    from accepted a
                    union all
                    select a.id, (select v.id from version v
                                  where v.model_id = a.model_id and v.number > a.number and v.state = 'ACCEPTED'
                                  order by v.number
                                  limit 1)
                    from accepted a)
                insert into difference (to_version, from_version, state, due_at, asked_at)
                select to_version, from_version, 'WAITING', now(), now()
                from pairs
                where from_version is not null and to_version is not null
                on conflict do nothing
                """, version.value());
    }

    /**
     * Asks for a pair, again if it could not be computed long ago. Nothing happens while too many are due. By the primary
     * key and the index difference_by_due.
     */
    @Transactional
    void ask(Pair pair) {
        database.update(
                """
                insert into difference (to_version, from_version, state, due_at, asked_at)
                select ?, ?, 'WAITING', now(), now()
                where (select count(*) from (select 1 from difference where state = 'WAITING' limit ?) due) < ?
                on conflict (to_version, from_version) do update
                set state = 'WAITING', reason = null, settled_at = null, attempts = 0, due_at = now(), asked_at = now()
                where difference.state = 'UNAVAILABLE' and difference.settled_at < now() - ?::interval
                """, pair.to().value(), pair.from().value(), config.mostDue(), config.mostDue(), config.retryAfter());
    }

    /** Empty for a pair that nobody asked for. By the primary key. */
    Optional<Standing> standing(Pair pair) {
        return database.first(
                "select state, document_tag, page_tag, reason from difference where to_version = ? and from_version = ?",
                Differences::standing,
                pair.to().value(),
                pair.from().value());
    }

    /** The engine's JSON, gzipped. It counts as a use of it, once a day. By the primary key. */
    Optional<byte[]> document(Pair pair) {
        touch(pair);
        return database.first(
                "select document from difference where to_version = ? and from_version = ? and state = 'AVAILABLE'",
                row -> row.bytes("document"),
                pair.to().value(),
                pair.from().value());
    }

    /** Its report for people, gzipped. By the primary key. */
    Optional<byte[]> page(Pair pair) {
        touch(pair);
        return database.first(
                "select page from difference where to_version = ? and from_version = ? and state = 'AVAILABLE'",
                row -> row.bytes("page"),
                pair.to().value(),
                pair.from().value());
    }

    private void touch(Pair pair) {
        database.update("""
                update difference set asked_at = now()
                where to_version = ? and from_version = ? and asked_at < now() - interval '1 day'
                """, pair.to().value(), pair.from().value());
    }

    /** Takes the pair that is due longest, for as long as an attempt may last. By the index difference_by_due. */
    @Transactional
    Optional<Due> claim(Duration attempt) {
        return database.first("""
                with due as (
                    select to_version, from_version
                    from difference
                    where state = 'WAITING' and due_at <= now()
                    order by due_at
                    limit 1
                    for update skip locked)
                update difference d
                set attempts = attempts + 1, due_at = now() + ?::interval
                from due, version t, version f
                where d.to_version = due.to_version and d.from_version = due.from_version
                  and t.id = d.to_version and f.id = d.from_version
                returning d.attempts, d.to_version, t.number as to_number, t.filename as to_filename,
                          t.object_key as to_key, t.size as to_size, t.sha256 as to_sha256,
                          d.from_version, f.number as from_number, f.filename as from_filename,
                          f.object_key as from_key, f.size as from_size, f.sha256 as from_sha256
                """, Differences::due, attempt);
    }

    /** By the primary key. The first result of two stays. */
    void keep(Pair pair, KeptText document, KeptText page) {
        database.update(
                """
                update difference
                set state = 'AVAILABLE', document = ?, document_tag = ?, page = ?, page_tag = ?, settled_at = now()
                where to_version = ? and from_version = ? and state = 'WAITING'
                """,
                document.gzipped(),
                document.tag(),
                page.gzipped(),
                page.tag(),
                pair.to().value(),
                pair.from().value());
    }

    /** By the primary key. */
    void giveUp(Pair pair, String reason) {
        database.update("""
                update difference set state = 'UNAVAILABLE', reason = ?, settled_at = now()
                where to_version = ? and from_version = ? and state = 'WAITING'
                """, reason, pair.to().value(), pair.from().value());
    }

    /** To be tried again after a pause that doubles with each attempt. By the primary key. */
    void postpone(Pair pair) {
        database.update(
                """
                update difference
                set due_at = now() + least(?::interval * power(2, least(attempts, 20) - 1), ?::interval)
                where to_version = ? and from_version = ? and state = 'WAITING'
                """,
                config.firstPause(),
                config.longestPause(),
                pair.to().value(),
                pair.from().value());
    }

    /** As if it had not been taken, because this instance stops. By the primary key. */
    void giveBack(Pair pair) {
        database.update("""
                update difference set due_at = now(), attempts = attempts - 1
                where to_version = ? and from_version = ? and state = 'WAITING'
                """, pair.to().value(), pair.from().value());
    }

    /** What nobody asked for in a long time. By the index difference_by_use. */
    int forget() {
        return database.update(
                "delete from difference where asked_at < now() - ?::interval and state <> 'WAITING'", config.keep());
    }

    private static Standing standing(Row row) throws SQLException {
        return switch (row.text("state")) {
            case "AVAILABLE" -> new Standing.Available(row.text("document_tag"), row.text("page_tag"));
            case "UNAVAILABLE" -> new Standing.Unavailable(row.text("reason"));
            default -> new Standing.Waiting();
        };
    }

    private static Due due(Row row) throws SQLException {
        return new Due(
                new Pair(new VersionId(row.uuid("from_version")), new VersionId(row.uuid("to_version"))),
                workbook(row, "from"),
                workbook(row, "to"),
                row.integer("attempts"));
    }

    private static Workbook workbook(Row row, String which) throws SQLException {
        return new Workbook(
                row.integer(which + "_number"),
                row.text(which + "_filename"),
                new StoredObject(
                        new ObjectKey(row.uuid(which + "_key")),
                        row.number(which + "_size"),
                        new Sha256(row.text(which + "_sha256"))));
    }
}
