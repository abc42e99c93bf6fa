package com.zenithcapital.analytics.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Some days in blocks as long as can be, and the rest. */
record Cover(List<Span> spans, List<Days> rest) {

    /** Days one by one, where no block fits. */
    record Days(LocalDate first, LocalDate end) {}

    Cover {
        spans = List.copyOf(spans);
        rest = List.copyOf(rest);
    }

    static Cover of(Set<Span> there, LocalDate first, LocalDate end) {
        List<Span> spans = new ArrayList<>();
        List<Days> rest = new ArrayList<>();
        LocalDate day = first;
        LocalDate alone = first;
        while (day.isBefore(end)) {
            LocalDate from = day;
            Optional<Span> longest =
                    there.stream().filter(span -> span.first().equals(from)).max(Comparator.comparingInt(Span::days));
            if (longest.isPresent()) {
                if (alone.isBefore(day)) {
                    rest.add(new Days(alone, day));
                }
                spans.add(longest.get());
                day = longest.get().end();
                alone = day;
            } else {
                day = day.plusDays(1);
            }
        }
        if (alone.isBefore(end)) {
            rest.add(new Days(alone, end));
        }
        return new Cover(spans, rest);
    }

    /** For a statement that joins the blocks: their lengths, as an array of texts. */
    List<String> lengths() {
        return spans.stream().map(span -> Integer.toString(span.days())).toList();
    }

    /** The first days of the same. */
    List<String> firsts() {
        return spans.stream().map(span -> span.first().toString()).toList();
    }
}
