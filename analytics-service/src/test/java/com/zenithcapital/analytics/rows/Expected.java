package com.zenithcapital.analytics.rows;

import com.zenithcapital.analytics.event.Dimension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** What made-up events amount to, counted one by one. */
public record Expected(long visitors, long visits, long pageviews, long downloads, long events) {

    public static Expected of(List<MadeUp> events, Dimension dimension, String value, Instant from, Instant to) {
        List<MadeUp> own = events.stream()
                .filter(event -> event.has(dimension, value))
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
                .toList();
        return of(own);
    }

    public static Expected of(List<MadeUp> own) {
        long visitors = own.stream()
                .collect(Collectors.groupingBy(
                        event -> LocalDate.ofInstant(event.at(), ZoneOffset.UTC),
                        Collectors.mapping(MadeUp::visitor, Collectors.toSet())))
                .values()
                .stream()
                .mapToLong(day -> day.size())
                .sum();
        return new Expected(
                visitors,
                own.stream().filter(MadeUp::startsVisit).count(),
                named(own, "pageview"),
                named(own, "download"),
                own.size() - named(own, "pageview") - named(own, "download"));
    }

    private static long named(List<MadeUp> events, String name) {
        return events.stream().filter(event -> event.name().equals(name)).count();
    }
}
