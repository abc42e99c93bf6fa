package com.zenithcapital.system;

import static com.zenithcapital.platform.proof.TcpProxy.Direction.TO_TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.platform.proof.TcpProxy;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network at its worst: connections that stay open and carry nothing, connections that are cut again and again. */
@ExtendWith(SharedZenith.class)
class BlackHoleIT {

    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final int CUTS = 5;

    private final Zenith zenith;

    BlackHoleIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @AfterEach
    void theNetworkIsWellAgain() {
        zenith.proxy("postgres").heal();
        zenith.proxy("kafka").heal();
        zenith.awaitHealthy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "kafka"})
    void acceptedUploadsSurviveASilentNetworkTo(String part) {
        Accepted accepted = upload("Model behind a silent " + part, part.equals("postgres") ? 20_001 : 20_011);
        TcpProxy proxy = zenith.proxy(part);

        proxy.stall();
        long passed = proxy.passed(TO_TARGET);
        await().during(SILENCE).atMost(SILENCE.multipliedBy(3)).until(() -> proxy.passed(TO_TARGET) == passed);
        proxy.heal();

        assertConserved(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "kafka"})
    void acceptedUploadsSurviveConnectionsThatAreCutTo(String part) {
        Accepted accepted = upload("Model behind a cut " + part, part.equals("postgres") ? 20_021 : 20_031);
        TcpProxy proxy = zenith.proxy(part);

        for (int times = 0; times < CUTS; times++) {
            await("connections to " + part).atMost(RECOVERY).until(() -> proxy.connections() > 0);
            proxy.cut();
        }

        assertConserved(accepted);
    }

    private Accepted upload(String title, long seed) {
        Model model = zenith.desk("ana").create(title);
        List<Job> jobs = List.of(
                zenith.desk("ana").upload(model, zenith.workbook(Size.SMALL, seed)),
                zenith.desk("ana").upload(model, zenith.workbook(Size.MEDIUM, seed + 1)));
        return new Accepted(zenith, model, jobs);
    }

    private void assertConserved(Accepted accepted) {
        for (Job job : accepted.jobs()) {
            assertThat(zenith.desk("ana").awaitVerdict(job, RECOVERY).state()).isEqualTo("ACCEPTED");
        }
        await().atMost(RECOVERY)
                .untilAsserted(() ->
                        assertThat(accepted.conservation().discrepancies()).isEmpty());
    }
}
