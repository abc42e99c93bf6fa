package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.stack.StackPlan;
import com.zenithcapital.platform.proof.Victim;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Slow clients: most trickle a head, some a body that anybody may send, some ask for a file and do not read it. Others read
 * meanwhile and do not notice; what trickles is cut off in time, and what it all costs is bounded. 200 of them, and 1,000
 * with {@code -Dzenith.full=true}.
 */
@ExtendWith(SharedZenith.class)
@TestInstance(Lifecycle.PER_CLASS)
class SlowClientsIT {

    private static final int CLIENTS = Boolean.getBoolean("zenith.full") ? 1_000 : 200;
    private static final int READS = 2_000;
    private static final long MEMORY = 512L * 1024 * 1024;
    private static final Duration VERDICT = Duration.ofSeconds(60);

    /** A head has 10 s; a body twice 20 s, and is looked at every 20 s. */
    private static final Duration TRICKLES_END = Duration.ofSeconds(75);

    private final Zenith zenith;
    private Model model;

    SlowClientsIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @BeforeAll
    void aFileIsPublished() {
        ModelDesk ana = zenith.desk("ana");
        model = ana.create("Model for slow readers");
        Job job = ana.awaitVerdict(ana.upload(model, zenith.workbook(Size.MEDIUM, 77)), VERDICT);
        assertThat(job.state()).isEqualTo("ACCEPTED");
        zenith.desk("eddie").publish(model, 1).expect(200);
    }

    @Test
    void othersDoNotNoticeSlowClients() {
        // Given
        String insights = "/api/v1/insights";
        String detail = "/api/v1/models/" + model.slug();
        try (SlowClients slow = new SlowClients(zenith.gateway(), requests(CLIENTS))) {
            // When
            List<Duration> reads = new ArrayList<>();
            for (int i = 0; i < READS; i++) {
                // Each as another caller, by the address that a proxy tells: this is not about limits by caller.
                Api caller = zenith.visitor().with("X-Forwarded-For", "198.51.100." + i % 250);
                long began = System.nanoTime();
                caller.get(i % 2 == 0 ? insights : detail).expect(200);
                reads.add(Duration.ofNanos(System.nanoTime() - began));
            }
            await("everything that trickles to be cut off").atMost(TRICKLES_END).until(() -> slow.trickling() == 0);

            // Then
            reads.sort(Duration::compareTo);
            Duration p95 = reads.get(READS * 95 / 100);
            long peak =
                    Victim.of(zenith.pid(StackPlan.GATEWAY)).peakResidentBytes().orElseThrow();
            Figures.report(
                    "reads beside %,d slow clients: p50, p95, most".formatted(CLIENTS),
                    "%.1f, %.1f, %.1f ms"
                            .formatted(millis(reads.get(READS / 2)), millis(p95), millis(reads.getLast())));
            Figures.report(
                    "peak resident memory of the gateway with %,d slow clients".formatted(CLIENTS),
                    "%d MiB".formatted(peak >> 20));
            assertThat(p95).isLessThan(Duration.ofMillis(500));
            assertThat(peak).isLessThan(MEMORY);
        }
    }

    /** What each begins with, and whether it goes on to send or stops to read. */
    private List<SlowClients.Beginning> requests(int count) {
        String head = "GET /api/v1/insights HTTP/1.1\r\nHost: zenith\r\nX: ";
        String body =
                "POST /api/v1/events HTTP/1.1\r\nHost: zenith\r\nOrigin: %s\r\nContent-Type: text/plain\r\nContent-Length: 60000\r\n\r\n["
                        .formatted(zenith.gateway());
        String file =
                "GET /api/v1/models/%s/versions/1/content HTTP/1.1\r\nHost: zenith\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(model.slug(), zenith.token("rhea"));
        List<SlowClients.Beginning> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(
                    switch (i % 25) {
                        case 0 -> new SlowClients.Beginning(file, false);
                        case 1, 2, 3 -> new SlowClients.Beginning(body, true);
                        default -> new SlowClients.Beginning(head, true);
                    });
        }
        return requests;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
