package com.zenithcapital.modelfile.notice;

import com.zenithcapital.modelfile.version.Origin;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.event.CloudEvent;
import com.zenithcapital.platform.inbox.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * The mails that are owed, as rows: first the intent is recorded, then it is carried out. A notice that is being tried is
 * due again when its attempt must be over, so one whose sender was killed comes back by itself.
 */
@ApplicationScoped
class Notices {

    private static final String CONSUMER = "model-file.notice";

    private final Database database;
    private final Inbox inbox;
    private final NoticeConfig config;

    Notices(Database database, Inbox inbox, NoticeConfig config) {
        this.database = database;
        this.inbox = inbox;
        this.config = config;
    }

    /** A notice whose turn has come. */
    record Due(
            UUID eventId,
            VersionId version,
            NoticeKind kind,
            String recipient,
            String messageId,
            Origin origin,
            boolean isLast) {}

    /**
     * Records that this verdict is to be told, once however often its event comes. A version whose uploader's token
     * named no address is recorded as undeliverable. By the primary key of version.
     */
    @Transactional
    void owe(CloudEvent event, VersionId version, NoticeKind kind) {
        if (!inbox.isFirst(CONSUMER, event.id())) {
            return;
        }
        int owed = database.update(
                """
                insert into notice (event_id, version_id, kind, recipient, message_id, state, due_at, created_at)
                select ?, id, ?, uploader_mail, ?, case when uploader_mail is null then 'UNDELIVERABLE' else 'WAITING' end,
                       now(), now()
                from version
                where id = ?
                """, event.id(), kind, "<%s@%s>".formatted(event.id(), config.messageIdDomain()), version.value());
        if (owed != 1) {
            throw new IllegalArgumentException("The event %s speaks of no version of ours".formatted(event.id()));
        }
    }

    /** Takes the notice that is due longest, for as long as an attempt may last. By the index notice_by_due. */
    @Transactional
    Optional<Due> claim() {
        return database.first("""
                with due as (
                    select event_id from notice
                    where state = 'WAITING' and due_at <= now()
                    order by due_at
                    limit 1
                    for update skip locked)
                update notice n
                set attempts = attempts + 1, due_at = now() + ?::interval
                from due, version v
                where n.event_id = due.event_id and v.id = n.version_id
                returning n.event_id, n.version_id, n.kind, n.recipient, n.message_id, v.correlation_id, v.trace_parent,
                          n.created_at + ?::interval < now() as is_last
                """, Notices::due, config.sendTimeout().multipliedBy(2), config.giveUpAfter());
    }

    /**
     * The mail server has taken it: forgotten, it would go out twice, so a moment without the database is waited out. A
     * repeat after a commit whose answer was lost changes nothing. By the primary key.
     */
    @Retry(maxRetries = -1, delay = 250, maxDuration = 15, durationUnit = ChronoUnit.SECONDS)
    void sent(Due notice) {
        database.update("""
                update notice set state = 'SENT', sent_at = now(), last_failure = null
                where event_id = ? and state = 'WAITING'
                """, notice.eventId());
    }

    /** To be tried again after a pause that doubles with each attempt. By the primary key. */
    void postpone(Due notice, String failure) {
        database.update("""
                update notice
                set last_failure = ?,
                    due_at = now() + least(?::interval * power(2, least(attempts, 20) - 1), ?::interval)
                where event_id = ? and state = 'WAITING'
                """, failure, config.firstPause(), config.longestPause(), notice.eventId());
    }

    /** Never to be tried again. By the primary key. */
    void giveUp(Due notice, String failure) {
        database.update(
                "update notice set state = 'UNDELIVERABLE', last_failure = ? where event_id = ? and state = 'WAITING'",
                failure,
                notice.eventId());
    }

    private static Due due(Row row) throws SQLException {
        return new Due(
                row.uuid("event_id"),
                new VersionId(row.uuid("version_id")),
                NoticeKind.valueOf(row.text("kind")),
                row.text("recipient"),
                row.text("message_id"),
                new Origin(row.text("correlation_id"), row.optionalText("trace_parent")),
                row.flag("is_last"));
    }
}
