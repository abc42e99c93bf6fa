package com.zenithcapital.analytics.rows;

import com.zenithcapital.analytics.event.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An event that never was.
 *
 * @param visitor its key of that UTC day
 * @param values by dimension, of those it has
 */
public record MadeUp(
        Instant at, long visitor, long visit, boolean startsVisit, String name, Map<Dimension, String> values) {

    public MadeUp {
        values = Map.copyOf(values);
    }

    public boolean has(Dimension dimension, String value) {
        return dimension == Dimension.TOTAL || value.equals(values.get(dimension));
    }

    /** Visits of one to five events each, spread over a time, the same for the same seed. */
    public static List<MadeUp> visits(int count, Instant from, Duration over, long seed) {
        Random random = new Random(seed);
        List<MadeUp> events = new ArrayList<>();
        for (int visit = 0; visit < count; visit++) {
            Instant at = from.plusSeconds(random.nextLong(over.toSeconds()));
            // Few enough that many come again on the same day.
            int person = random.nextInt(60);
            String source = random.nextInt(3) == 0 ? "" : "source-" + random.nextInt(4);
            String channel = List.of("search", "direct", "social").get(random.nextInt(3));
            String country = List.of("DE", "IN", "US").get(random.nextInt(3));
            String device = List.of("desktop", "mobile").get(random.nextInt(2));
            int length = 1 + random.nextInt(5);
            for (int i = 0; i < length; i++) {
                Map<Dimension, String> values = new EnumMap<>(Dimension.class);
                values.put(Dimension.CHANNEL, channel);
                values.put(Dimension.COUNTRY, country);
                values.put(Dimension.DEVICE, device);
                if (!source.isEmpty()) {
                    values.put(Dimension.SOURCE, source);
                }
                String slug = "copper-" + Math.min(random.nextInt(12), random.nextInt(12));
                String name = List.of("pageview", "pageview", "pageview", "download", "signup")
                        .get(random.nextInt(5));
                if (name.equals("download")) {
                    values.put(Dimension.MODEL, slug);
                } else {
                    values.put(Dimension.INSIGHT, slug);
                }
                values.put(Dimension.PAGE, "/insights/" + slug);
                values.put(Dimension.EVENT, name);
                long key = person * 1_000_003L + at.getEpochSecond() / 86_400;
                events.add(new MadeUp(at, key, visit, i == 0, name, values));
                at = at.plusSeconds(random.nextInt(300));
            }
        }
        return List.copyOf(events);
    }
}
