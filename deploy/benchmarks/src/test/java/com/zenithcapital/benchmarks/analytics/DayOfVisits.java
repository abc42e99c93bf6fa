package com.zenithcapital.benchmarks.analytics;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * One made-up day of the site, rolled up: some 111,000 events by 30,000 visitors over a thousand insights, two hundred models,
 * two hundred sources, thirty countries, the popular ones more often.
 */
final class DayOfVisits {

    static final int INSIGHTS = 1_000;
    static final int MODELS = 200;
    static final int SOURCES = 200;
    static final int COUNTRIES = 30;
    static final List<String> CHANNELS = List.of("search", "direct", "social", "referral", "email", "paid", "campaign");

    private static final int VISITORS = 30_000;
    private static final int VISITS = 46_000;
    private static final int QUARTERS = 96;
    private static final int MINUTES_KEPT = 24 * 60;
    private static final String SEPARATOR = "\u001f";

    private static final Popularity INSIGHT = new Popularity(INSIGHTS);
    private static final Popularity MODEL = new Popularity(MODELS);
    private static final Popularity SOURCE = new Popularity(SOURCES);
    private static final Popularity COUNTRY = new Popularity(COUNTRIES);
    private static final Popularity CHANNEL = new Popularity(CHANNELS.size());
    private static final Popularity BROWSER = new Popularity(12);

    /** A cell's dimension, as the service's codes have it, and value. */
    record Key(int dimension, String value) {}

    private final LocalDate day;
    private final Random random;
    private final Map<Key, Sum> ofDay = new HashMap<>();
    private final List<Map<Key, Sum>> ofQuarters = new ArrayList<>();
    private final Map<Integer, Map<Key, Sum>> ofMinutes = new TreeMap<>();
    private final Map<String, Long> ways = new HashMap<>();
    private final boolean minutes;
    private long events;

    /** @param minutes whether they are counted, as they are of the last day alone */
    DayOfVisits(LocalDate day, boolean minutes) {
        this.day = day;
        this.minutes = minutes;
        this.random = new Random(day.toEpochDay());
        for (int i = 0; i < QUARTERS; i++) {
            ofQuarters.add(new HashMap<>());
        }
    }

    static String insight(int number) {
        return "insight-" + number;
    }

    static String source(int number) {
        return "source-" + number + ".example";
    }

    LocalDate day() {
        return day;
    }

    long events() {
        return events;
    }

    Map<String, Long> ways() {
        return ways;
    }

    void make() {
        for (int visit = 0; visit < VISITS; visit++) {
            visit();
        }
    }

    /** From one to five events, nearly three on average, more of them by day than by night. */
    private void visit() {
        long visitor = day.toEpochDay() * 1_000_003L + random.nextInt(VISITORS);
        int second = Math.min(86_399, Math.abs((int) (random.nextGaussian() * 17_000 + 50_000)) % 86_400);
        List<Key> own = ofVisit();
        int length = 1 + Math.min(random.nextInt(5), random.nextInt(7));
        List<String> steps = new ArrayList<>();
        int start = second;
        for (int i = 0; i < length; i++) {
            List<Key> keys = new ArrayList<>(own);
            String name = event(keys, steps);
            pairs(keys);
            count(keys, second, name, visitor, i == 0);
            second = Math.min(86_399, second + 5 + random.nextInt(240));
        }
        Key site = new Key(0, "");
        for (Sum sum : List.of(cell(ofDay, site), cell(ofQuarters.get(start / 900), site))) {
            sum.endVisit(length == 1, second - start);
        }
        if (!steps.isEmpty()) {
            ways.merge(String.join(">", steps), 1L, Long::sum);
        }
    }

    private List<Key> ofVisit() {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(0, ""));
        keys.add(new Key(2, source(SOURCE.pick(random))));
        keys.add(new Key(3, CHANNELS.get(CHANNEL.pick(random))));
        keys.add(new Key(7, "C" + COUNTRY.pick(random)));
        keys.add(new Key(8, random.nextInt(3) == 0 ? "mobile" : "desktop"));
        keys.add(new Key(9, "Browser " + BROWSER.pick(random)));
        keys.add(new Key(10, "System " + BROWSER.pick(random)));
        if (random.nextInt(10) == 0) {
            int campaign = random.nextInt(20);
            keys.add(new Key(4, "newsletter-" + campaign % 3));
            keys.add(new Key(5, "email"));
            keys.add(new Key(6, "campaign-" + campaign));
        }
        return keys;
    }

    private String event(List<Key> keys, List<String> steps) {
        int kind = random.nextInt(100);
        String name = kind < 90 ? "pageview" : kind < 97 ? "download" : "signup";
        String step;
        if (kind < 68) {
            String slug = insight(INSIGHT.pick(random));
            keys.add(new Key(13, slug));
            keys.add(new Key(1, "/insights/" + slug));
            step = "insight";
        } else if (kind < 97) {
            String slug = "model-" + MODEL.pick(random);
            keys.add(new Key(12, slug));
            keys.add(new Key(1, "/models/" + slug));
            step = kind < 90 ? "model" : "download";
        } else {
            keys.add(new Key(1, "/"));
            step = "home";
        }
        keys.add(new Key(11, name));
        if (steps.isEmpty() || !steps.getLast().equals(step)) {
            steps.add(step);
        }
        return name;
    }

    /** The codes of pairs: an insight's or a model's with source, channel, country, device; and three of visits. */
    private static void pairs(List<Key> keys) {
        Map<Integer, String> values = new HashMap<>();
        keys.forEach(key -> values.put(key.dimension(), key.value()));
        int[][] pairs = {
            {32, 13, 2},
            {33, 13, 3},
            {34, 13, 7},
            {35, 13, 8},
            {36, 12, 2},
            {37, 12, 3},
            {38, 12, 7},
            {39, 12, 8},
            {40, 3, 7},
            {41, 3, 8},
            {42, 7, 8}
        };
        for (int[] pair : pairs) {
            if (values.containsKey(pair[1]) && values.containsKey(pair[2])) {
                keys.add(new Key(pair[0], values.get(pair[1]) + SEPARATOR + values.get(pair[2])));
            }
        }
    }

    private void count(List<Key> keys, int second, String name, long visitor, boolean starts) {
        events++;
        for (Key key : keys) {
            count(cell(ofDay, key), name, visitor, starts);
            if (key.dimension() < 32) {
                count(cell(ofQuarters.get(second / 900), key), name, visitor, starts);
                if (minutes) {
                    Map<Key, Sum> minute = ofMinutes.computeIfAbsent(second / 60 % MINUTES_KEPT, _ -> new HashMap<>());
                    count(cell(minute, key), name, visitor, starts);
                }
            }
        }
    }

    private static void count(Sum sum, String name, long visitor, boolean starts) {
        sum.count(name, visitor);
        if (starts) {
            sum.startVisit();
        }
    }

    private static Sum cell(Map<Key, Sum> cells, Key key) {
        return cells.computeIfAbsent(key, _ -> new Sum());
    }

    /** Takes rows as COPY reads them. */
    @FunctionalInterface
    interface Rows {
        void row(StringBuilder row);
    }

    void days(Rows rows) {
        write(ofDay, day.toString(), true, true, rows);
    }

    void quarters(Rows rows) {
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            write(ofQuarters.get(quarter), day.atStartOfDay().plusMinutes(quarter * 15L) + "Z", true, false, rows);
        }
    }

    void minutes(Rows rows) {
        ofMinutes.forEach((minute, cells) -> write(
                cells,
                day.atStartOfDay(ZoneOffset.UTC).plusMinutes(minute).toInstant().toString(),
                false,
                false,
                rows));
    }

    private static void write(Map<Key, Sum> cells, String slot, boolean withEnd, boolean withVisitors, Rows rows) {
        cells.forEach((key, sum) -> {
            StringBuilder row = new StringBuilder();
            row.append(key.dimension())
                    .append('\t')
                    .append(slot)
                    .append('\t')
                    .append(key.value())
                    .append('\t');
            sum.write(row, key.dimension() == 0, withEnd, withVisitors);
            rows.row(row.append('\n'));
        });
    }
}
