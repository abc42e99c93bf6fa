package com.zenithcapital.content.cache;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When an answer became what it is. HTTP tells times in whole seconds, in which much may happen: what is told is never
 * so late that a change after the telling could have the same time.
 *
 * @param told as {@code Last-Modified} says it; null when nothing is known
 * @param changed a reader who comes with this time or a later one has the answer; null when no time will do
 */
record ChangeDate(@Nullable String told, @Nullable Instant changed) {

    static final ChangeDate UNKNOWN = new ChangeDate(null, null);

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * Of a row whose times of change are whole seconds, each later than the one before.
     *
     * @param changed may be ahead of the clock when a row changed several times in a second
     */
    static ChangeDate ofRow(Instant changed) {
        return changed.isAfter(Instant.now()) ? UNKNOWN : new ChangeDate(HTTP_DATE.format(changed), changed);
    }

    /**
     * Of all rows together. A list loses items without a trace in those that stay, so its date is when this instance
     * heard of the last change. It is told no later than up to when everything has been heard of: a change that an
     * answer does not show yet is later than that, whichever instance is asked next.
     *
     * @param changed null while that is being found out
     * @param heardUntil by the same clock
     */
    static ChangeDate ofHearing(@Nullable Instant changed, Instant heardUntil) {
        Instant latest = heardUntil.truncatedTo(ChronoUnit.SECONDS);
        if (changed == null) {
            return new ChangeDate(HTTP_DATE.format(latest), null);
        }
        Instant second = changed.truncatedTo(ChronoUnit.SECONDS);
        Instant next = second.equals(changed) ? second : second.plusSeconds(1);
        return new ChangeDate(HTTP_DATE.format(next.isBefore(latest) ? next : latest), changed);
    }

    /**
     * Whether the answer has not changed since a time; one that is none is as if it were not there (RFC 9110, 13.1.3).
     */
    boolean isMetBy(String date) {
        if (changed == null) {
            return false;
        }
        try {
            return !changed.isAfter(HTTP_DATE.parse(date.strip(), Instant::from));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
