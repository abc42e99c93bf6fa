package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.event.Dimension;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.polling.PollingLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Adds past days up for queries: blocks of days, the courses of each day, and the ways of visits in blocks. A late event makes what holds its day
 * out of date, which readers see by themselves; it is made again an hour later at the earliest, so that a trickle of late
 * events is no work without end.
 */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);

    /** One instance at a time; any number that no other lock of this database has. */
    private static final long LOCK = 0x5e77_1e00L;

    private static final int SECONDS_FOR_ONE = 120;

    private final DayCourses courses;
    private final Spans spans;
    private final WaySpans ways;
    private final Database database;
    private final Clock clock;
    private final boolean enabled;
    private final PollingLoop loop;

    Settling(DayCourses courses, Spans spans, WaySpans ways, Database database, Clock clock, SettlingConfig config) {
        this.courses = courses;
        this.spans = spans;
        this.ways = ways;
        this.database = database;
        this.clock = clock;
        this.enabled = config.enabled();
        this.loop = new PollingLoop("settling", 1, config.pause(), this::settleOne);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (enabled) {
            loop.close();
        }
    }

    /** One block, or one day's courses, or the ways of one block. */
    boolean settleOne() {
        return QuarkusTransaction.requiringNew().timeout(SECONDS_FOR_ONE).call(() -> {
            boolean alone = database.first(
                            "select pg_try_advisory_xact_lock(?) as alone", row -> row.flag("alone"), LOCK)
                    .orElseThrow();
            return alone && (settleSpan() || settleDay() || settleWays());
        });
    }

    private boolean settleDay() {
        Optional<LocalDate> due = courses.due(today());
        due.ifPresent(day -> {
            // Before its rows are looked at: what comes in meanwhile makes it out of date, not wrong.
            String version = courses.version(day).orElseThrow();
            singles().forEach(dimension -> courses.settle((short) dimension.code(), day));
            courses.settled(day, version);
            LOG.debugf("day settled day=%s", day);
        });
        return due.isPresent();
    }

    private boolean settleSpan() {
        Optional<Span> due = spans.due(today());
        due.ifPresent(span -> {
            long weight = spans.weight(span);
            Arrays.stream(Dimension.values()).forEach(dimension -> spans.settle((short) dimension.code(), span));
            spans.settled(span, weight);
            LOG.debugf("days settled days=%d first=%s", span.days(), span.first());
        });
        return due.isPresent();
    }

    private boolean settleWays() {
        Optional<Span> due = ways.due(today());
        due.ifPresent(span -> {
            ways.settle(span);
            LOG.debugf("ways settled days=%d first=%s", span.days(), span.first());
        });
        return due.isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static List<Dimension> singles() {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> !dimension.isPair())
                .toList();
    }
}
