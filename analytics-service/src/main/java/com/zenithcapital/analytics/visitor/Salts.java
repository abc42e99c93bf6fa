package com.zenithcapital.analytics.visitor;

import com.zenithcapital.platform.polling.PollingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The salts of today, of tomorrow and, for half an hour, of yesterday. Tomorrow's is made a day ahead, so that intake goes
 * on over midnight with the database down. One that is destroyed is gone from the table and from here; a backup of the
 * database keeps it as long as the backup is kept.
 */
@Singleton
public class Salts {

    /** How long a visit may go on over midnight. */
    private static final LocalTime BRIDGE_ENDS = LocalTime.of(0, 30);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(Salts.class);

    private final SaltRows rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final PollingLoop loop = new PollingLoop("salts", 1, PAUSE, this::keep);

    private volatile Map<LocalDate, Salt> held = Map.of();
    private @Nullable LocalDate destroyedBefore;

    Salts(SaltRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent starting) {
        try {
            keep();
        } catch (RuntimeException e) {
            LOG.warnf("no salt yet, events are answered 503 until the database is there cause=%s", e);
        }
        loop.start();
    }

    void end(@Observes ShutdownEvent stopping) {
        loop.close();
    }

    /** Nobody can be recognised, and no event taken, at a moment whose day has no salt here. */
    public Optional<Recognition> at(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        @Nullable Salt today = held.get(day);
        if (today == null) {
            loop.wake();
            return Optional.empty();
        }
        return Optional.of(new Recognition(today, earliest(moment).equals(day) ? null : held.get(day.minusDays(1))));
    }

    /** Destroys what is over and makes what will be needed. Memory first: that does not wait for the database. */
    final synchronized boolean keep() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate earliest = earliest(now);
        Map<LocalDate, Salt> kept = new HashMap<>(held);
        kept.keySet().removeIf(day -> day.isBefore(earliest));
        held = Map.copyOf(kept);
        if (!earliest.equals(destroyedBefore)) {
            rows.destroyBefore(earliest);
            destroyedBefore = earliest;
        }
        LocalDate tomorrow = today.plusDays(1);
        if (!kept.containsKey(today) || !kept.containsKey(tomorrow)) {
            rows.offer(today, fresh());
            rows.offer(tomorrow, fresh());
            held = Map.copyOf(rows.from(earliest));
        }
        return false;
    }

    /** The oldest day whose salt may be there at this moment. */
    private static LocalDate earliest(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return LocalTime.ofInstant(moment, ZoneOffset.UTC).isBefore(BRIDGE_ENDS) ? day.minusDays(1) : day;
    }

    private byte[] fresh() {
        byte[] bytes = new byte[Salt.BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
