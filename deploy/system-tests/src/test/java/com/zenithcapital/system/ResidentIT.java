package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.platform.proof.Victim;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Eight 50 MB uploads at once: what the services weigh then. Part of the full run, for it takes a minute or two. */
@ExtendWith(SharedZenith.class)
@EnabledIfSystemProperty(named = "zenith.full", matches = "true", disabledReason = "runs with ./zenith test --full")
class ResidentIT {

    private static final int AT_ONCE = 8;
    private static final long LIMIT = 512L * 1024 * 1024;
    private static final Duration VERDICTS = Duration.ofMinutes(4);

    private final Zenith zenith;

    ResidentIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @Test
    void noServicePasses512MegabytesWithEightLargeUploadsAtOnce() {
        Model model = zenith.desk("ana").create("Model of eight at once");
        List<Path> workbooks = LongStream.rangeClosed(1, AT_ONCE)
                .mapToObj(seed -> zenith.workbook(Size.FULL, seed))
                .toList();

        long began = System.nanoTime();
        List<Job> jobs = zenith.desk("ana").uploadAtOnce(model, workbooks);
        long uploaded = System.nanoTime();
        for (Job job : jobs) {
            assertThat(zenith.desk("ana").awaitVerdict(job, VERDICTS).state()).isEqualTo("ACCEPTED");
        }
        long judged = System.nanoTime();

        Figures.report("8 uploads of 50 MB at once", "%.1f s".formatted((uploaded - began) / 1e9));
        Figures.report("8 verdicts after the last byte", "%.1f s".formatted((judged - uploaded) / 1e9));
        for (String service : List.of("gateway", "model-file-service")) {
            long peak = Victim.of(zenith.pid(service)).peakResidentBytes().orElseThrow();
            Figures.report("peak resident memory of " + service, "%d MiB".formatted(peak >> 20));
            assertThat(peak).as("peak resident memory of %s", service).isLessThan(LIMIT);
        }
    }
}
