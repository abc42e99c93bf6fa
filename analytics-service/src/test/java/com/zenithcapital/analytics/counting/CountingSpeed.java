package com.zenithcapital.analytics.counting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.rollup.Recount;
import com.zenithcapital.analytics.rollup.Recounted;
import com.zenithcapital.analytics.testing.Books;
import com.zenithcapital.analytics.testing.Topic;
import com.zenithcapital.platform.session.OwnConnection;
import com.zenithcapital.platform.testing.KafkaResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * How fast events are counted that wait in Kafka, beside COPY of the same rows alone and with a unique id. No test: run
 * it by its name, with {@code -Dzenith.speed.events=500000}.
 */
@QuarkusTest
@TestProfile(CountingSpeed.CountingIsOff.class)
class CountingSpeed {

    private static final int EVENTS = Integer.getInteger("zenith.speed.events", 500_000);
    private static final int IN_A_RECORD = 5;

    @Inject
    ObjectMapper json;

    @Inject
    Books books;

    @Inject
    CountingConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> cluster;

    @Inject
    OwnConnection connections;

    @Inject
    FactReader reader;

    @Inject
    Batches batches;

    @Inject
    CountingMetrics metrics;

    @Inject
    Recount recount;

    @Test
    void countsWhatWaits() throws Exception {
        books.clear();
        Instant now = Instant.now();
        Instant begun = Instant.now();
        preload(now);
        print("preloaded", EVENTS, Duration.between(begun, Instant.now()));

        begun = Instant.now();
        Duration before = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        EventCounting counting = new EventCounting(Counting.of(config), cluster, connections, reader, batches, metrics);
        counting.start(new StartupEvent());
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> books.number("select sum(events) from tally where kind = 'stored'") == EVENTS);
        Duration took = Duration.between(begun, Instant.now());
        long sessions = 0;
        for (String backend :
                books.lines("select pid from pg_stat_activity where application_name like 'event-counting%'")) {
            String[] stat = Files.readString(Path.of("/proc/" + backend.replaceAll("\\D", "") + "/stat"))
                    .split(" ");
            sessions += Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
        }
        System.out.printf(
                "processor: database's sessions %d ms, this process %d ms%n",
                sessions * 10,
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .minus(before)
                        .toMillis());
        counting.stop(new ShutdownEvent());
        print("counted", EVENTS, took);
        System.out.println(books.lines("""
                select 'minute', count(*), sum(length(sketch)) from rollup_minute
                union all select 'quarter', count(*), sum(length(sketch)) from rollup_quarter
                union all select 'day', count(*), sum(length(sketch)) from rollup_day
                """));

        begun = Instant.now();
        Recounted recounted = recount.compare(now.atOffset(ZoneOffset.UTC).toLocalDate());
        print("recounted", EVENTS, Duration.between(begun, Instant.now()));
        System.out.println(recounted);

        Duration plain = copy(
                "create table copy_plain (like event)",
                "copy copy_plain from stdin (format binary)",
                "drop table copy_plain");
        print("plain COPY", EVENTS, plain);
        print("COPY, staging, unique id", EVENTS, staged());
        System.out.printf("counted : plain COPY = %.2f%n", (double) plain.toMillis() / took.toMillis());
    }

    private Duration copy(String before, String copy, String after) throws SQLException, IOException {
        Path file = Files.createTempFile("events", ".copy");
        try (Connection connection = connections.open("speed");
                Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            try (OutputStream out = Files.newOutputStream(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from event) to stdout (format binary)", out);
            }
            statement.execute(before);
            Instant begun = Instant.now();
            try (InputStream in = Files.newInputStream(file)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, in);
            }
            Duration took = Duration.between(begun, Instant.now());
            statement.execute(after);
            return took;
        } finally {
            Files.delete(file);
        }
    }

    private Duration staged() throws SQLException, IOException {
        Duration copied = copy(
                "create unlogged table copy_staged (like event)",
                "copy copy_staged from stdin (format binary)",
                "select 1");
        try (Connection connection = connections.open("speed");
                Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            statement.execute("create table copy_seen (id uuid primary key, day date)");
            statement.execute("create table copy_event (like event including indexes)");
            Instant begun = Instant.now();
            statement.execute("""
                    with fresh as (
                        insert into copy_seen select id, received_at::date from copy_staged on conflict do nothing returning id)
                    insert into copy_event select s.* from copy_staged s join fresh using (id)
                    """);
            Duration took = Duration.between(begun, Instant.now());
            statement.execute("drop table copy_staged, copy_seen, copy_event");
            return copied.plus(took);
        }
    }

    private void preload(Instant now) throws Exception {
        Random random = new Random(7);
        Zipf pages = new Zipf(1_000);
        Zipf sources = new Zipf(200);
        Zipf countries = new Zipf(30);
        String[] browsers = {"Chrome", "Safari", "Firefox", "Edge", "Samsung"};
        String[] systems = {"Windows", "macOS", "Android", "iOS", "Linux"};
        String[] devices = {"desktop", "mobile", "tablet"};
        String[] channels = {"direct", "search", "social", "referral", "email", "paid", "campaign", "internal"};
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", KafkaResource.bootstrapServers(),
                        "acks", "all",
                        "linger.ms", "20",
                        "batch.size", "200000"),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < EVENTS; i += IN_A_RECORD) {
                String visitor = "%016x".formatted(random.nextInt(EVENTS / 10) * 0x9E3779B97F4A7C15L);
                Instant received = now.minusSeconds(900).plusMillis((long) i * 900_000 / EVENTS);
                List<Received> events = new ArrayList<>();
                String source = "source-" + sources.next(random);
                String channel = channels[random.nextInt(channels.length)];
                for (int j = 0; j < IN_A_RECORD; j++) {
                    int page = pages.next(random);
                    String slug = "page-" + page;
                    boolean model = page % 3 == 0;
                    events.add(new Received(
                            UUID.randomUUID(),
                            random.nextInt(20) == 0 ? "download" : "pageview",
                            received,
                            null,
                            (model ? "/models/" : "/insights/") + slug,
                            "The title of " + slug,
                            model ? null : slug,
                            model ? slug : null,
                            source,
                            channel,
                            null,
                            null,
                            null,
                            1440,
                            null));
                }
                EventsReceived record = new EventsReceived(
                        received,
                        visitor,
                        null,
                        null,
                        "C" + countries.next(random),
                        null,
                        browsers[random.nextInt(browsers.length)],
                        systems[random.nextInt(systems.length)],
                        devices[random.nextInt(devices.length)],
                        events);
                sent.add(producer.send(Topic.record(Topic.EVENTS, EventsReceived.TYPE, visitor, write(record))));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private String write(EventsReceived record) throws JsonProcessingException {
        return json.writeValueAsString(record);
    }

    private static void print(String what, int events, Duration took) {
        System.out.printf(
                "%-26s %,9d events in %6.2f s = %,9d/s%n",
                what, events, took.toMillis() / 1_000.0, events * 1_000L / Math.max(1, took.toMillis()));
    }

    /** Numbers of which the k-th is as frequent as 1/k. */
    private static final class Zipf {

        private final double[] sums;

        Zipf(int size) {
            sums = new double[size];
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += 1.0 / (i + 1);
                sums[i] = sum;
            }
        }

        int next(Random random) {
            int found = java.util.Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
            return found < 0 ? -found - 1 : found;
        }
    }

    /** The application itself does not count, so that events can be laid up. */
    public static final class CountingIsOff implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zenith.analytics.counting.enabled", "false");
        }
    }
}
