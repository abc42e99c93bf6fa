package com.zenithcapital.benchmarks.analytics;

import com.zenithcapital.benchmarks.load.Wrk;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.stack.Stack;
import com.zenithcapital.local.stack.StackPlan;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What analytics-service answers of ten million events over ninety days: each kind of question straight at the service, twenty
 * at once, nothing cached, everything and the load on one machine.
 *
 * <p>{@code -Dbench.days=90} and {@code -Dbench.seconds=10} say how much there is and how long each load lasts. What is there
 * from an earlier run of the same day is used again.
 */
public final class QueriesUnderLoad {

    private static final int AT_ONCE = 20;
    private static final int PORT_BASE = 21_400;
    private static final int WARM_UP = 8;
    private static final String ANALYTICS = "/api/v1/admin/analytics/";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final int days = Integer.getInteger("bench.days", 90);
    private final int seconds = Integer.getInteger("bench.seconds", 10);
    private final Path directory = Path.of("target", "queries-under-load").toAbsolutePath();
    private final Wrk wrk = new Wrk(directory);
    private final Random random = new Random(7);
    private final Popularity insights = new Popularity(DayOfVisits.INSIGHTS);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private QueriesUnderLoad() {}

    public static void main(String[] arguments) throws Exception {
        if (!Wrk.isInstalled()) {
            System.out.println("This needs wrk: apt-get install wrk.");
            return;
        }
        new QueriesUnderLoad().run();
    }

    private void run() throws Exception {
        Files.createDirectories(directory);
        seed();
        Stack stack = Stack.of(plan().with(StackPlan.ANALYTICS_SERVICE, "ZENITH_ANALYTICS_SETTLING_PAUSE", "PT2S"));
        stack.up();
        try {
            settle(stack);
            measure(stack.part(StackPlan.ANALYTICS_SERVICE).url(), stack);
        } finally {
            stack.down();
        }
    }

    private StackPlan plan() {
        return StackPlan.at(directory.resolve("home"), PORT_BASE)
                .only(PostgresPart.NAME, KafkaPart.NAME, KeycloakPart.NAME, StackPlan.ANALYTICS_SERVICE);
    }

    /** While nothing is settled: a day that is half there would have to be settled again. */
    private void seed() throws Exception {
        Stack stack = Stack.of(plan().with(StackPlan.ANALYTICS_SERVICE, "ZENITH_ANALYTICS_SETTLING_ENABLED", "false"));
        stack.up();
        try {
            if (number(stack, "select count(*) from rollup_day where dimension = 0 and day = current_date") > 0) {
                return;
            }
            if (number(stack, "select count(*) from rollup_day") > 0) {
                throw new IllegalStateException("There are roll-ups of another day: remove " + directory);
            }
            long began = System.nanoTime();
            long events = new Seeding(url(stack), stack.secrets().analytics()).bring(days);
            System.out.printf("%,d events over %d days brought in, %.0f s%n", events, days, since(began));
        } finally {
            stack.down();
        }
    }

    private void settle(Stack stack) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        int blocks = -1;
        while (blocks < 0
                || number(stack, "select count(*) from rollup_course_state") < days - 1
                || number(stack, "select count(*) from visit_way_span_state") < (days - 8) / 8) {
            blocks = (int) number(stack, "select count(*) from rollup_span_state");
            if (since(began) > PATIENCE.toSeconds()) {
                throw new IllegalStateException("Days are not settled after " + PATIENCE);
            }
            TimeUnit.SECONDS.sleep(2);
        }
        if (since(began) > 5) {
            try (Connection connection = connect(stack);
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum (analyze)");
            }
        }
        System.out.printf("%d blocks and %d days settled, %.0f s%n", blocks, days - 1, since(began));
    }

    private void measure(String service, Stack stack) throws SQLException {
        System.out.printf(
                "%,d rows of quarters, %,d of days, %,d of blocks; %d at once, %d s each%n",
                number(stack, "select count(*) from rollup_quarter"),
                number(stack, "select count(*) from rollup_day"),
                number(stack, "select count(*) from rollup_span"),
                AT_ONCE,
                seconds);
        System.out.printf(
                "%-46s %9s %8s %8s %8s %7s %6s%n", "", "a second", "p50 ms", "p95 ms", "p99 ms", "failed", "load");
        String ninety = "from=%s&to=%s".formatted(today.minusDays(days - 1L), today.plusDays(1));
        load(stack, service, "summary, 30 days", () -> "summary");
        load(stack, service, "summary, 90 days", () -> "summary?" + ninety);
        load(
                stack,
                service,
                "summary of an insight, 90 days",
                () -> "summary?%s&insight=%s".formatted(ninety, insight()));
        load(stack, service, "timeseries by day, 90 days", () -> "timeseries?interval=day&" + ninety);
        load(
                stack,
                service,
                "the same in Berlin",
                () -> "timeseries?interval=day&zone=Europe/Berlin&" + berlin(days - 1));
        load(
                stack,
                service,
                "by hour in Kolkata, 30 days",
                () -> "timeseries?interval=hour&zone=Asia/Kolkata&" + berlin(30));
        load(
                stack,
                service,
                "an insight by day in Berlin, 90 days",
                () -> "timeseries?interval=day&zone=Europe/Berlin&insight=%s&%s"
                        .formatted(insight(), berlin(days - 1)));
        load(stack, service, "breakdown by page, 30 days", () -> "breakdown?dimension=page");
        load(stack, service, "breakdown by page, 90 days", () -> "breakdown?dimension=page&" + ninety);
        load(
                stack,
                service,
                "breakdown by insight by visitors, 90 days",
                () -> "breakdown?dimension=insight&sort=visitors&" + ninety);
        load(
                stack,
                service,
                "insights of a channel, 90 days",
                () -> "breakdown?dimension=insight&channel=%s&%s".formatted(channel(), ninety));
        load(
                stack,
                service,
                "sources of an insight, 90 days",
                () -> "breakdown?dimension=source&insight=%s&%s".formatted(insight(), ninety));
        load(
                stack,
                service,
                "breakdown by page in Berlin, 30 days",
                () -> "breakdown?dimension=page&zone=Europe/Berlin");
        load(stack, service, "realtime", () -> "realtime");
        load(stack, service, "funnel, 90 days", () -> "funnel?steps=insight,model,download&" + ninety);
        load(stack, service, "retention, 8 weeks", () -> "retention?weeks=8");
        load(stack, service, "filtered, 30 days", () -> "filtered");
        load(stack, service, "filtered, a reason's events", () -> "filtered?reason=data-centre");
        load(
                stack,
                service,
                "readership of an insight",
                () -> "readership?kind=insight&slug=insight-" + random.nextInt(200));
    }

    private void load(Stack stack, String service, String what, Supplier<String> question) {
        List<String> paths = Stream.generate(question)
                .limit(200)
                .map(asked -> ANALYTICS + asked)
                .toList();
        String token = stack.token("ada");
        // Not counted: what was not asked for before is compiled, and read from the disk.
        wrk.run(service, paths, AT_ONCE, WARM_UP, token);
        Wrk.Load load = wrk.run(service, paths, AT_ONCE, seconds, token);
        System.out.printf(
                "%-46s %,9.0f %8.2f %8.2f %8.2f %7d %6.1f%n",
                what,
                load.perSecond(),
                load.p50Millis(),
                load.p95Millis(),
                load.p99Millis(),
                load.failures(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Whole days of a zone, up to yesterday. */
    private String berlin(int many) {
        return "from=%s&to=%s".formatted(today.minusDays(many), today);
    }

    private String insight() {
        return DayOfVisits.insight(insights.pick(random));
    }

    private String channel() {
        return DayOfVisits.CHANNELS.get(random.nextInt(DayOfVisits.CHANNELS.size()));
    }

    private static long number(Stack stack, String query) throws SQLException {
        try (Connection connection = connect(stack);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(Stack stack) throws SQLException {
        return DriverManager.getConnection(
                url(stack), "analytics", stack.secrets().analytics());
    }

    private static String url(Stack stack) {
        return "jdbc:postgresql://127.0.0.1:%d/zenith".formatted(stack.ports().postgres());
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
