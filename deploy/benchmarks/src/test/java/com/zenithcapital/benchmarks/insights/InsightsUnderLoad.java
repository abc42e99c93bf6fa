package com.zenithcapital.benchmarks.insights;

import com.zenithcapital.benchmarks.load.Wrk;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.stack.Stack;
import com.zenithcapital.local.stack.StackPlan;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What content-service answers readers: straight at the service, a hundred connections, everything and the load on one
 * machine. First from the database with the cache of finished answers off, then with it on, then nginx with the same bytes.
 *
 * <p>{@code -Dbench.insights=10000} and {@code -Dbench.seconds=15} say how many there are and how long each load lasts. What is
 * there from an earlier run is used again.
 */
public final class InsightsUnderLoad {

    private static final int CONNECTIONS = 100;
    private static final int PORT_BASE = 21_800;
    private static final int DEEP = 1_000;
    private static final int WARM_UP = 20;
    private static final String LIST = "/api/v1/insights";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final int insights = Integer.getInteger("bench.insights", 10_000);
    private final int seconds = Integer.getInteger("bench.seconds", 15);
    private final Path directory = Path.of("target", "insights-under-load").toAbsolutePath();
    private final Wrk wrk = new Wrk(directory);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(7);

    private InsightsUnderLoad() {}

    public static void main(String[] arguments) throws Exception {
        if (!Wrk.isInstalled()) {
            System.out.println("This needs wrk: apt-get install wrk. nginx is run beside it where it is installed.");
            return;
        }
        new InsightsUnderLoad().run();
    }

    private void run() throws Exception {
        Files.createDirectories(directory);
        System.out.printf("%d insights, %d connections, %d s each%n", insights, CONNECTIONS, seconds);
        System.out.printf("%-44s %10s %8s %8s %8s %7s%n", "", "a second", "p50 ms", "p95 ms", "p99 ms", "failed");
        fromTheDatabase();
        byte[] page = fromTheCache();
        if (Nginx.isInstalled()) {
            try (Nginx nginx = Nginx.serving(directory.resolve("nginx"), page, PORT_BASE + 90)) {
                load("nginx, a file with the same bytes", nginx.base(), List.of("/page.json"), CONNECTIONS);
            }
        }
    }

    private void fromTheDatabase() throws Exception {
        Stack stack = Stack.of(plan().with(StackPlan.CONTENT_SERVICE, "ZENITH_CONTENT_CACHE_ENABLED", "false"));
        stack.up();
        try {
            String service = stack.part(StackPlan.CONTENT_SERVICE).url();
            seed(stack, service);
            load("list by tag, database: must 5,000, goal 8,600", service, lists(), CONNECTIONS);
            load("by slug, database: must 12,000, goal 15,300", service, slugs(), CONNECTIONS);
            load("search, two filters: must p95 < 100 ms", service, searches(), 1);
            load("search, two words: must p95 < 100 ms", service, words(), 1);
            load("the same, 20 at once", service, words(), 20);
            load("tag and author and time: must p95 < 100 ms", service, combined(), 1);
            load("page 1,000 of the list: must p95 < 100 ms", service, deep(service), 1);
        } finally {
            stack.down();
        }
    }

    private byte[] fromTheCache() throws Exception {
        Stack stack = Stack.of(plan());
        stack.up();
        try {
            String service = stack.part(StackPlan.CONTENT_SERVICE).url();
            List<String> hot = slugs().subList(0, 200);
            load("by slug, cached: must 40,000, goal 65,000", service, hot, CONNECTIONS);
            load("list by tag, cached", service, lists(), CONNECTIONS);
            return http.send(request(service, hot.getFirst()), BodyHandlers.ofByteArray())
                    .body();
        } finally {
            stack.down();
        }
    }

    private StackPlan plan() {
        return StackPlan.at(directory.resolve("home"), PORT_BASE)
                .only(PostgresPart.NAME, KafkaPart.NAME, KeycloakPart.NAME, StackPlan.CONTENT_SERVICE);
    }

    private void seed(Stack stack, String service) throws IOException, InterruptedException {
        if (status(service, LIST + "/" + MadeUp.slug(insights - 1)) == 200) {
            return;
        }
        double took = new Seeding(http, service, () -> stack.token("max")).bring(insights);
        System.out.printf("imported in %.1f s, %.0f a second%n", took, insights / took);
        tidy(stack);
    }

    /** What autovacuum would do within the next minutes: the planner's statistics, and what an index alone can answer. */
    private static void tidy(Stack stack) {
        String database =
                "jdbc:postgresql://127.0.0.1:%d/zenith".formatted(stack.ports().postgres());
        try (Connection connection = DriverManager.getConnection(
                        database, "content", stack.secrets().content());
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be tidied", e);
        }
    }

    private void load(String what, String base, List<String> paths, int connections) {
        // Not counted: the compiler takes its time over what is asked for the first time, and all comes from the disk
        // then.
        wrk.run(base, paths, connections, WARM_UP);
        Wrk.Load load = wrk.run(base, paths, connections, seconds);
        System.out.printf(
                "%-44s %,10.0f %8.2f %8.2f %8.2f %7d%n",
                what, load.perSecond(), load.p50Millis(), load.p95Millis(), load.p99Millis(), load.failures());
    }

    private static List<String> lists() {
        return IntStream.range(0, MadeUp.TAGS)
                .mapToObj(tag -> LIST + "?tag=" + MadeUp.tag(tag))
                .toList();
    }

    private List<String> slugs() {
        return IntStream.range(0, insights)
                .mapToObj(number -> LIST + "/" + MadeUp.slug(number))
                .toList();
    }

    private List<String> searches() {
        return IntStream.range(0, 500)
                .mapToObj(i -> "%s?q=%s&tag=%s&since=2026-01-01T00:00:00Z"
                        .formatted(LIST, MadeUp.word(random.nextInt(500)), MadeUp.tag(random.nextInt(MadeUp.TAGS))))
                .toList();
    }

    private List<String> words() {
        return IntStream.range(0, 500)
                .mapToObj(i -> "%s?q=%s+%s"
                        .formatted(LIST, MadeUp.word(random.nextInt(300)), MadeUp.word(random.nextInt(3_000))))
                .toList();
    }

    private List<String> combined() {
        return IntStream.range(0, 500)
                .mapToObj(i -> "%s?tag=%s&author=%s&until=2026-10-01T00:00:00Z"
                        .formatted(
                                LIST,
                                MadeUp.tag(random.nextInt(MadeUp.TAGS)),
                                encoded(MadeUp.author(random.nextInt(MadeUp.AUTHORS)))))
                .toList();
    }

    /** The addresses of the pages around the thousandth, ten a page. */
    private List<String> deep(String service) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        String path = LIST + "?limit=10";
        for (int page = 1; page <= DEEP; page++) {
            String body =
                    http.send(request(service, path), BodyHandlers.ofString()).body();
            Matcher next = NEXT.matcher(body);
            if (!next.find()) {
                break;
            }
            path = LIST + "?limit=10&cursor=" + next.group(1);
            if (page > DEEP - 50) {
                found.add(path);
            }
        }
        return found.isEmpty() ? List.of(path) : found;
    }

    private int status(String service, String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(request(service, path), BodyHandlers.discarding());
        return answer.statusCode();
    }

    private static HttpRequest request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(service + path)).GET().build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
