package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.event.Steps;
import com.zenithcapital.analytics.rollup.Cells;
import com.zenithcapital.analytics.rollup.RollupLock;
import com.zenithcapital.analytics.rollup.RollupRows;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One batch, one transaction. The order of its steps is the order of its locks, the same in every instance. */
@Singleton
class BatchWriter {

    private final Steps steps;

    BatchWriter(Steps steps) {
        this.steps = steps;
    }

    /** Counts all of it and commits, or does nothing. */
    Outcome write(Connection connection, Offsets offsets, List<Delivery> batch) throws SQLException, FencedException {
        Map<TopicPartition, Long> next = next(batch);
        try {
            Outcome outcome = count(connection, batch);
            offsets.move(connection, next);
            connection.commit();
            offsets.moved(next);
            return outcome;
        } catch (SQLException | FencedException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private Outcome count(Connection connection, List<Delivery> batch) throws SQLException {
        Set<UUID> fresh = ids(batch).note(connection);
        Sorted sorted = sort(batch, fresh);

        Visits visits = Visits.load(connection, steps, sorted.visitors());
        List<Counted> counted = new ArrayList<>(sorted.arrivals.size() + sorted.downloads.size());
        sorted.arrivals.sort(Arrival.IN_ORDER);
        for (Arrival arrival : sorted.arrivals) {
            counted.add(counted(arrival, visits));
        }
        sorted.downloads.forEach(download -> counted.add(Counted.of(download)));
        visits.save(connection);

        RawRows.copyEvents(connection, counted);
        RawRows.copyFiltered(connection, sorted.filtered);

        Cells cells = Cells.ofBatch();
        counted.forEach(event -> cells.add(event.raw()));
        visits.addTo(cells);
        cells.fold();
        RollupLock.take(connection);
        RollupRows.add(connection, cells);
        sorted.tally.save(connection);
        sorted.readership.save(connection);
        return new Outcome(sorted.tally, sorted.newest);
    }

    private static Counted counted(Arrival arrival, Visits visits) {
        @Nullable Long before = arrival.of().before();
        // What happened yesterday is yesterday's visitor's, whenever it comes.
        boolean yesterdays = before != null && arrival.isOfTheDayBefore();
        @Nullable Long visitor = yesterdays ? before : arrival.of().visitor();
        if (visitor == null) {
            return Counted.of(arrival, null, null, false);
        }
        Visits.Taken taken = visits.take(
                visitor,
                yesterdays ? null : before,
                arrival.occurredAt(),
                arrival.event().name(),
                arrival.event().path());
        return Counted.of(arrival, visitor, taken.visit(), taken.starts());
    }

    private static SeenIds ids(List<Delivery> batch) {
        SeenIds ids = new SeenIds();
        for (Delivery delivery : batch) {
            switch (delivery.fact()) {
                case null -> {}
                case Fact.Events events ->
                    events.data()
                            .events()
                            .forEach(event -> ids.ask(event.id(), events.data().receivedAt()));
                case Fact.Reading reading ->
                    ids.ask(
                            reading.data().id(),
                            reading.data().day().atStartOfDay(ZoneOffset.UTC).toInstant());
                case Fact.Download download -> ids.ask(download.id(), download.at());
            }
        }
        return ids;
    }

    private static Sorted sort(List<Delivery> batch, Set<UUID> fresh) {
        Sorted sorted = new Sorted();
        for (Delivery delivery : batch) {
            switch (delivery.fact()) {
                case null -> {}
                case Fact.Events events -> {
                    for (Received event : events.data().events()) {
                        sorted.take(Arrival.of(events, event), fresh.remove(event.id()));
                    }
                }
                case Fact.Reading reading -> {
                    if (fresh.remove(reading.data().id())) {
                        sorted.readership.add(reading.data());
                    }
                }
                case Fact.Download download -> {
                    if (fresh.remove(download.id())) {
                        sorted.take(download);
                    }
                }
            }
        }
        return sorted;
    }

    private static Map<TopicPartition, Long> next(List<Delivery> batch) {
        Map<TopicPartition, Long> next = new HashMap<>();
        batch.forEach(delivery -> next.put(
                new TopicPartition(delivery.record().topic(), delivery.record().partition()),
                delivery.record().offset() + 1));
        return next;
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * What came of a batch.
     *
     * @param newest when its newest event was received; MIN where there is none
     */
    record Outcome(Tally tally, Instant newest) {}

    /** A batch's new events, by what is done with them. */
    private static final class Sorted {

        private final List<Arrival> arrivals = new ArrayList<>();
        private final List<Filtered> filtered = new ArrayList<>();
        private final List<Fact.Download> downloads = new ArrayList<>();
        private final Readership readership = new Readership();
        private final Tally tally = new Tally();
        private Instant newest = Instant.MIN;

        void take(Arrival arrival, boolean isNew) {
            Instant received = arrival.receivedAt();
            newest = received.isAfter(newest) ? received : newest;
            @Nullable String reason = arrival.of().data().filter();
            if (!isNew) {
                tally.add(received, Tally.Kind.DUPLICATE);
            } else if (reason != null) {
                tally.add(received, Tally.Kind.FILTERED, reason);
                filtered.add(new Filtered(arrival, reason));
            } else {
                tally.add(received, Tally.Kind.STORED);
                if (Boolean.TRUE.equals(arrival.event().clamped())) {
                    tally.add(received, Tally.Kind.CLAMPED);
                }
                if (arrival.occurredAt().isBefore(received.truncatedTo(ChronoUnit.DAYS))) {
                    tally.add(received, Tally.Kind.LATE);
                }
                arrivals.add(arrival);
            }
        }

        void take(Fact.Download download) {
            tally.add(download.at(), Tally.Kind.FACT);
            downloads.add(download);
            readership.add(download);
        }

        /** With yesterday's hashes of the same. */
        Set<Long> visitors() {
            Set<Long> visitors = new HashSet<>();
            for (Arrival arrival : arrivals) {
                @Nullable Long visitor = arrival.of().visitor();
                if (visitor != null) {
                    visitors.add(visitor);
                    @Nullable Long before = arrival.of().before();
                    if (before != null) {
                        visitors.add(before);
                    }
                }
            }
            return visitors;
        }
    }
}
