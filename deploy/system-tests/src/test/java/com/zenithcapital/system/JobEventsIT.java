package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.system.FollowedJob.Event;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job that is followed through the gateway, whatever becomes of the service meanwhile. */
@ExtendWith(SharedZenith.class)
class JobEventsIT {

    private static final String SERVICE = "model-file-service";

    /** More than there are workers: the last of them waits, and can be followed meanwhile. */
    private static final int UPLOADS = 6;

    /** A second or two where nothing else runs. What waits for its followers, or for Kafka, takes ten and more. */
    private static final Duration STOP = Duration.ofSeconds(6);

    private static final AtomicLong SEEDS = new AtomicLong(40_000);

    private final Zenith zenith;

    JobEventsIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @AfterEach
    void everythingRunsAgain() {
        zenith.awaitHealthy();
    }

    @Test
    void whoFollowsAJobHearsOfItsEndThoughTheServiceIsKilled() throws IOException {
        Job job = lastOfSeveral("Model that is followed");
        List<Event> events = new ArrayList<>();
        try (FollowedJob stream = follow(job, "")) {
            assertThat(stream.status()).isEqualTo(200);
            events.add(stream.next().orElseThrow());
            assertThat(events.getFirst().state()).isIn("RECEIVED", "PROCESSING");

            zenith.kill(SERVICE);

            readToItsEnd(stream, events);
        }
        zenith.restart(SERVICE);
        zenith.awaitHealthy();
        String last = events.getLast().id();
        try (FollowedJob stream = follow(job, last)) {
            for (Optional<Event> event = stream.next(); event.isPresent(); event = stream.next()) {
                events.add(event.get());
            }
        }
        assertThat(events.getLast().state()).isEqualTo("ACCEPTED");
        assertThat(events.getLast().job().path("percent").asInt()).isEqualTo(100);
        assertThat(events.stream().map(Event::revision).toList()).isSorted().doesNotHaveDuplicates();
        assertThat(events.stream()
                        .map(event -> event.job().path("percent").asInt())
                        .toList())
                .isSorted();
        try (FollowedJob stream = follow(job, events.getLast().id())) {
            assertThat(stream.status()).isEqualTo(204);
        }
        Figures.report("events of a job whose service was killed", Integer.toString(events.size()));
    }

    @Test
    void whoFollowsAJobIntoAStopIsLetGoAndMayComeBack() throws IOException {
        Job job = lastOfSeveral("Model that is followed into a stop");
        try (FollowedJob stream = follow(job, "")) {
            assertThat(stream.next()).isPresent();
            long began = System.nanoTime();

            zenith.stop(SERVICE);

            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Figures.report("stop of the service with a followed job", "%.1f s".formatted(took.toMillis() / 1e3));
            assertThat(took).isLessThan(STOP);
            readToItsEnd(stream, new ArrayList<>());
        } finally {
            zenith.restart(SERVICE);
        }
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            try (FollowedJob again = follow(job, "")) {
                Event last = again.next().orElseThrow();
                for (Optional<Event> event = again.next(); event.isPresent(); event = again.next()) {
                    last = event.get();
                }
                return last.state().equals("ACCEPTED");
            }
        });
    }

    private Job lastOfSeveral(String title) {
        ModelDesk ana = zenith.desk("ana");
        Model model = ana.create(title);
        List<Path> workbooks = LongStream.generate(SEEDS::incrementAndGet)
                .limit(UPLOADS)
                .mapToObj(seed -> zenith.workbook(Size.MEDIUM, seed))
                .toList();
        return ana.uploadAtOnce(model, workbooks).stream()
                .max((one, other) -> Integer.compare(one.version(), other.version()))
                .orElseThrow();
    }

    private FollowedJob follow(Job job, String lastEventId) throws IOException {
        return FollowedJob.of(zenith.gateway(), job, zenith.token("ana"), lastEventId);
    }

    /** A stream whose service is gone is cut, or ended: it does not hang. */
    private static void readToItsEnd(FollowedJob stream, List<Event> seen) {
        try {
            for (Optional<Event> event = stream.next(); event.isPresent(); event = stream.next()) {
                seen.add(event.get());
            }
        } catch (IOException e) {
            // Cut.
        }
    }
}
