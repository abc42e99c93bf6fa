package com.zenithcapital.modelfile.version;

import static com.zenithcapital.modelfile.version.QuotaProblem.QUOTA_EXCEEDED;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The bytes a user has brought in over the last 24 hours, which are the rows of the user's versions and nothing else: no
 * counter can drift from them, and whichever way the bytes came, they count. Served by the index version_by_uploader alone.
 */
@ApplicationScoped
public class DailyBytes {

    private static final Duration DAY = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;
    private final long most;

    DailyBytes(Database database, QuotaConfig config, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.most = config.bytesADay().asLongValue();
    }

    /**
     * Refuses what would be too much, before it is read. Two uploads at the same time may both pass here; {@link #take} is
     * exact.
     *
     * @param bytes how many will come; 1 if nobody knows
     */
    public void check(UserId user, long bytes) {
        Instant since = clock.instant().minus(DAY);
        long used = used(user, since);
        if (used + bytes > most) {
            throw exceeded(user, since, used, bytes);
        }
    }

    /** The same in the transaction that takes the bytes in, and one user's at a time, so that no two pass together. */
    void take(UserId user, long bytes) {
        database.list(
                "select pg_advisory_xact_lock(hashtextextended('zenith.quota:' || ?, 0))::text as locked",
                row -> true,
                user.value());
        check(user, bytes);
    }

    private long used(UserId user, Instant since) {
        return database.first("""
                        select coalesce(sum(size), 0)::bigint as bytes
                        from version
                        where uploaded_by = ? and received_at > ?
                        """, row -> row.number("bytes"), user.value(), since)
                .orElse(0L);
    }

    private RuntimeException exceeded(UserId user, Instant since, long used, long bytes) {
        long left = Math.max(0, most - used);
        long wait = Math.max(1, secondsUntilFree(user, since, used + bytes - most));
        return QUOTA_EXCEEDED
                .because("You may bring in %d bytes in 24 hours (zenith.model-files.quota.bytes-a-day); %d are left."
                        .formatted(most, left))
                .carrying(Map.of(
                        "Retry-After",
                        Long.toString(wait),
                        "RateLimit-Policy",
                        "\"upload-bytes\";q=%d;qu=\"content-bytes\";w=%d".formatted(most, DAY.toSeconds()),
                        "RateLimit",
                        "\"upload-bytes\";r=%d;t=%d".formatted(left, wait)));
    }

    /** Until the oldest of these uploads that together hold as many bytes are a day old; a day if they never do. */
    private long secondsUntilFree(UserId user, Instant since, long bytes) {
        return database.first("""
                        select received_at
                        from (select received_at, sum(size) over (order by received_at) as freed
                              from version
                              where uploaded_by = ? and received_at > ?) as oldest_first
                        where freed >= ?
                        order by received_at
                        limit 1
                        """, row -> row.instant("received_at"), user.value(), since, bytes)
                .map(received -> Duration.between(since, received).toSeconds() + 1)
                .orElse(DAY.toSeconds());
    }
}
