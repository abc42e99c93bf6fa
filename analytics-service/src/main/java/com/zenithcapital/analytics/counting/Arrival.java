package com.zenithcapital.analytics.counting;

import com.zenithcapital.analytics.event.EventsReceived.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;

/**
 * One event of a batch that is not counted yet.
 *
 * @param of the record it came in
 * @param receivedAt cut to the microsecond, as its column is; occurredAt likewise
 */
record Arrival(Fact.Events of, Received event, Instant receivedAt, Instant occurredAt) {

    /**
     * As visits take them up: by receipt, those of one request by when they happened. It can be repeated from the rows,
     * which a recount does.
     */
    static final Comparator<Arrival> IN_ORDER = Comparator.comparing(Arrival::receivedAt)
            .thenComparing(Arrival::occurredAt)
            .thenComparing(arrival -> arrival.event().id(), Arrival::asDatabasesCompare);

    static Arrival of(Fact.Events record, Received event) {
        return new Arrival(
                record,
                event,
                record.data().receivedAt().truncatedTo(ChronoUnit.MICROS),
                event.occurredAt().truncatedTo(ChronoUnit.MICROS));
    }

    /** Whether it happened on the UTC day before the one on which it was received. */
    boolean isOfTheDayBefore() {
        return day(occurredAt).plusDays(1).equals(day(receivedAt));
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Java compares the halves of a UUID as signed numbers, PostgreSQL its bytes. */
    private static int asDatabasesCompare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
