package com.zenithcapital.modelfile.download;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file a request asks for (RFC 9110, section 14). What is malformed is ignored; what a broken or hostile
 * client asks for (section 14.2: many ranges, or several over the same bytes) is refused, because each range costs a
 * request to storage.
 */
sealed interface Ranges {

    /** All of them: no range was asked for, or none that can be understood. */
    record Whole() implements Ranges {}

    /** Those of one range. */
    record Single(ByteRange range) implements Ranges {}

    /** Those of two ranges or more, in the order in which they were asked for. */
    record Several(List<ByteRange> parts) implements Ranges {
        public Several {
            parts = List.copyOf(parts);
        }
    }

    /**
     * None.
     *
     * @param why a sentence for the caller
     */
    record Refused(String why) implements Ranges {}

    /** More in one request is refused. A reader of a PDF or a video asks for two or three. */
    int MOST = 16;

    /** Ranges with fewer bytes between them are sent as one: a part's own headers are about as long. */
    int GAP = 128;

    Pattern HEADER = Pattern.compile("(?i)bytes[ \t]*=(.*)");

    /** Positions of at most 18 digits: anything longer is past any file, and would not fit a long. */
    Pattern RANGE = Pattern.compile("([0-9]{0,18})-([0-9]{0,18})");

    /**
     * Reads the header {@code Range}.
     *
     * @param size the file's; at least 1
     */
    static Ranges parse(@Nullable String header, long size) {
        Matcher matcher = HEADER.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            return new Whole();
        }
        List<ByteRange> asked = new ArrayList<>();
        int count = 0;
        for (String text : matcher.group(1).split(",")) {
            if (text.isBlank()) {
                continue;
            }
            count++;
            Matcher range = RANGE.matcher(text.strip());
            if (!range.matches() || !isValid(range.group(1), range.group(2))) {
                return new Whole();
            }
            range(range.group(1), range.group(2), size).ifPresent(asked::add);
        }
        return count == 0 ? new Whole() : of(asked, count, size);
    }

    private static Ranges of(List<ByteRange> asked, int count, long size) {
        if (count > MOST) {
            return new Refused("At most %d ranges are answered at once.".formatted(MOST));
        }
        if (asked.isEmpty()) {
            return new Refused("The file has %d bytes.".formatted(size));
        }
        if (asked.stream().anyMatch(range -> over(range.first(), asked) > 2)) {
            return new Refused("More than two of the ranges are over the same bytes.");
        }
        List<ByteRange> joined = joined(asked);
        return joined.size() == 1 ? new Single(joined.getFirst()) : new Several(joined);
    }

    private static boolean isValid(String first, String last) {
        if (first.isEmpty()) {
            return !last.isEmpty();
        }
        return last.isEmpty() || Long.parseLong(first) <= Long.parseLong(last);
    }

    /** Empty for a range that the file has not. */
    private static Optional<ByteRange> range(String first, String last, long size) {
        if (first.isEmpty()) {
            long suffix = Long.parseLong(last);
            return suffix == 0 ? Optional.empty() : Optional.of(new ByteRange(Math.max(0, size - suffix), size - 1));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        return from >= size ? Optional.empty() : Optional.of(new ByteRange(from, to));
    }

    private static long over(long position, List<ByteRange> ranges) {
        return ranges.stream()
                .filter(range -> range.first() <= position && position <= range.last())
                .count();
    }

    /** What overlaps or nearly touches becomes one range, which stands where the first of its ranges stood. */
    private static List<ByteRange> joined(List<ByteRange> asked) {
        record Placed(ByteRange range, int place) {
            boolean reaches(Placed next) {
                return next.range.first() <= range.last() + GAP;
            }

            Placed with(Placed next) {
                ByteRange both = new ByteRange(range.first(), Math.max(range.last(), next.range.last()));
                return new Placed(both, Math.min(place, next.place));
            }
        }
        List<Placed> ascending = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            ascending.add(new Placed(asked.get(i), i));
        }
        ascending.sort(Comparator.comparingLong(placed -> placed.range().first()));
        List<Placed> joined = new ArrayList<>();
        for (Placed next : ascending) {
            if (!joined.isEmpty() && joined.getLast().reaches(next)) {
                joined.set(joined.size() - 1, joined.getLast().with(next));
            } else {
                joined.add(next);
            }
        }
        return joined.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::range)
                .toList();
    }
}
