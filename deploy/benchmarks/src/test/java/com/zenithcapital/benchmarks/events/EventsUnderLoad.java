package com.zenithcapital.benchmarks.events;

import com.zenithcapital.benchmarks.load.Wrk;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KeycloakPart;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.stack.Stack;
import com.zenithcapital.local.stack.StackPlan;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What analytics-service takes and counts: straight at the service, everything and the load on one machine, beside what Postgres
 * does with the same rows alone.
 *
 * <p>{@code -Dbench.seconds=30} says how long each load lasts, {@code -Dbench.steady=300} how long five thousand events a second
 * come in.
 */
public final class EventsUnderLoad {

    private static final int CONNECTIONS = 100;
    private static final int PORT_BASE = 21_600;
    private static final int WARM_UP = 60;
    private static final int STEADY = 5_000;
    private static final int STEADY_BATCH = 10;
    private static final long COPIED = 500_000;

    private final int seconds = Integer.getInteger("bench.seconds", 30);
    private final int steadySeconds = Integer.getInteger("bench.steady", 300);
    private final Path directory = Path.of("target", "events-under-load").toAbsolutePath();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private EventsUnderLoad() {}

    public static void main(String[] arguments) throws Exception {
        new EventsUnderLoad().run();
    }

    private void run() throws Exception {
        Files.createDirectories(directory);
        StackPlan plan = StackPlan.at(directory.resolve("home"), PORT_BASE)
                .only(PostgresPart.NAME, KafkaPart.NAME, KeycloakPart.NAME, StackPlan.ANALYTICS_SERVICE);
        Stack stack = Stack.of(plan);
        stack.up();
        String database =
                "jdbc:postgresql://127.0.0.1:%d/zenith".formatted(stack.ports().postgres());
        try (Counted counted = new Counted(database, stack.secrets().analytics())) {
            String service = stack.part(StackPlan.ANALYTICS_SERVICE).url();
            EventLoad load = new EventLoad(directory, service);
            load.run(1, CONNECTIONS, WARM_UP);
            accepted("single events: must 8,000, goal 12,000", load, counted, 1);
            accepted("batches of 100: must 40,000", load, counted, 100);
            double sustained = sustained(load, counted);
            limits(counted, sustained);
            steady(service, counted);
        } finally {
            stack.down();
        }
    }

    /** How many are accepted in a second; what is not counted by then is waited for. */
    private void accepted(String what, EventLoad load, Counted counted, int batch) {
        settle(counted);
        long before = counted.total();
        Wrk.Load result = load.run(batch, batch == 1 ? CONNECTIONS : 16, seconds);
        double behind = counted.untilTotal(before + (result.requests() - result.failures()) * batch);
        System.out.printf(
                "%-44s %,10.0f a second, p50 %.1f, p99 %.1f ms, %d failed; all counted %.1f s later%n",
                what,
                (result.requests() - result.failures()) / result.seconds() * batch,
                result.p50Millis(),
                result.p99Millis(),
                result.failures(),
                behind);
    }

    /** How many are accepted and counted in a second, from the first sent to the last counted. */
    private double sustained(EventLoad load, Counted counted) {
        settle(counted);
        int batch = 20;
        long before = counted.total();
        long began = System.nanoTime();
        Wrk.Load result = load.run(batch, 8, 2 * seconds);
        long sent = (result.requests() - result.failures()) * batch;
        double behind = counted.untilTotal(before + sent);
        double each = sent / ((System.nanoTime() - began) / 1e9);
        System.out.printf(
                "%-44s %,10.0f a second, %,d events, the last counted %.1f s after it was sent%n",
                "accepted and rolled up: must 15,000, goal 30,000", each, sent, behind);
        return each;
    }

    private void limits(Counted counted, double sustained) throws SQLException {
        Path file = directory.resolve("rows.bin");
        long rows = counted.writeRows(file, COPIED);
        double alone = rows / counted.copyAlone(file);
        double unique = rows / counted.copyUnique(file);
        System.out.printf(
                "%-44s %,10.0f rows a second: ratio %.2f (must 0.15)%n", "COPY alone", alone, sustained / alone);
        System.out.printf(
                "%-44s %,10.0f rows a second: ratio %.2f%n", "COPY, staging, unique id", unique, sustained / unique);
    }

    private void steady(String service, Counted counted) throws InterruptedException {
        settle(counted);
        long before = counted.total();
        AtomicLong taken = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        AtomicLong next = new AtomicLong();
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> sending = clock.scheduleAtFixedRate(
                    () -> send(service, next.getAndIncrement(), taken, failed),
                    0,
                    TimeUnit.SECONDS.toNanos(STEADY_BATCH) / STEADY,
                    TimeUnit.NANOSECONDS);
            TimeUnit.SECONDS.sleep(steadySeconds);
            sending.cancel(false);
        }
        while (taken.get() / STEADY_BATCH + failed.get() < next.get()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        double behind = counted.untilTotal(before + taken.get());
        System.out.printf(
                "%-44s %,10.0f a second for %d s, %d requests failed; all counted %.1f s after (must 10)%n",
                "steady: 5,000 a second", taken.get() / (double) steadySeconds, steadySeconds, failed.get(), behind);
    }

    private void send(String service, long number, AtomicLong taken, AtomicLong failed) {
        String events = IntStream.range(0, STEADY_BATCH)
                .mapToObj(i -> "{\"name\":\"pageview\",\"url\":\"https://zenith.example/insights/insight-%d\"}"
                        .formatted((number * 7L + i * 31L) % 1_000))
                .collect(Collectors.joining(",", "[", "]"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/api/v1/events"))
                .header("Content-Type", "text/plain")
                .header("Origin", "https://zenith.example")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0")
                .header("X-Forwarded-For", "10.7.%d.%d".formatted(number / 200 % 200, number % 200))
                .POST(BodyPublishers.ofString(events))
                .build();
        var _ = http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure == null && answer.statusCode() == 202) {
                taken.addAndGet(STEADY_BATCH);
            } else {
                failed.incrementAndGet();
            }
        });
    }

    /** Waits until nothing of an earlier load is still to be counted. */
    private static void settle(Counted counted) {
        long last = -1;
        while (counted.total() != last) {
            last = counted.total();
            try {
                TimeUnit.SECONDS.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }
}
