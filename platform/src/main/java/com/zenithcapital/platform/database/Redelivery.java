package com.zenithcapital.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Tries the effect of a record again. A record that cannot be processed is tried three times and then left to the
 * dead-letter topic. While the database is away no record can be processed and none is to blame: the consumer waits, or an
 * outage of a minute would dead-letter every verdict of that minute.
 */
@ApplicationScoped
public class Redelivery {

    private static final Logger LOG = Logger.getLogger(Redelivery.class);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);

    public void untilDone(Runnable effect) {
        int failures = 0;
        while (true) {
            try {
                effect.run();
                return;
            } catch (RuntimeException e) {
                boolean waits = DatabaseException.isOutage(e);
                failures += waits ? 0 : 1;
                if (failures == ATTEMPTS || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warnf(e, "record tried again failures=%d outage=%s", failures, waits);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
