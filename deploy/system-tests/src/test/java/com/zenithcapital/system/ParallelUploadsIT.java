package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.stack.StackPlan;
import com.zenithcapital.platform.proof.Victim;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twenty 50 MB uploads at once, half of them resumable: all become versions, in the memory that was promised. */
@ExtendWith(SharedZenith.class)
@EnabledIfSystemProperty(named = "zenith.full", matches = "true", disabledReason = "runs with ./zenith test --full")
class ParallelUploadsIT {

    /** Of each kind. Together they stay below the 40 uploads that a user may have open. */
    private static final int OF_EACH = 10;

    private static final long LIMIT = 512L * 1024 * 1024;
    private static final Duration VERDICTS = Duration.ofMinutes(8);

    private final Zenith zenith;

    ParallelUploadsIT(Zenith zenith) {
        this.zenith = zenith;
    }

    @Test
    void twentyLargeUploadsAtOnceAreAllAccepted() {
        Model model = zenith.desk("ana").create("Model of twenty at once");
        List<Path> workbooks = LongStream.rangeClosed(1, 2 * OF_EACH)
                .mapToObj(seed -> zenith.workbook(Size.FULL, seed))
                .toList();

        long began = System.nanoTime();
        List<Job> jobs = uploadAtOnce(model, workbooks);
        long uploaded = System.nanoTime();
        for (Job job : jobs) {
            assertThat(zenith.desk("ana").awaitVerdict(job, VERDICTS).state()).isEqualTo("ACCEPTED");
        }
        long judged = System.nanoTime();

        assertThat(jobs).extracting(Job::version).doesNotHaveDuplicates().hasSize(2 * OF_EACH);
        Figures.report("20 uploads of 50 MB at once, 10 of them by tus", "%.1f s".formatted((uploaded - began) / 1e9));
        Figures.report("20 verdicts after the last byte", "%.1f s".formatted((judged - uploaded) / 1e9));
        for (String service : List.of(StackPlan.GATEWAY, StackPlan.MODEL_FILE_SERVICE)) {
            long peak = Victim.of(zenith.pid(service)).peakResidentBytes().orElseThrow();
            Figures.report("peak resident memory with 20 uploads of " + service, "%d MiB".formatted(peak >> 20));
            assertThat(peak).as("peak resident memory of %s", service).isLessThan(LIMIT);
        }
    }

    /** Every other one resumable, so that both kinds are under way from the beginning to the end. */
    private List<Job> uploadAtOnce(Model model, List<Path> workbooks) {
        TusDesk tus = new TusDesk(zenith, "ana");
        ModelDesk desk = zenith.desk("ana");
        try (ExecutorService clients = Executors.newFixedThreadPool(workbooks.size())) {
            List<Future<Job>> uploads = new ArrayList<>();
            for (Path workbook : workbooks) {
                uploads.add(
                        uploads.size() % 2 == 0
                                ? clients.submit(() -> tus.upload(model, workbook))
                                : clients.submit(() -> desk.upload(model, workbook)));
            }
            List<Job> jobs = new ArrayList<>();
            for (Future<Job> upload : uploads) {
                jobs.add(upload.get());
            }
            return jobs;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while uploading", e);
        } catch (ExecutionException e) {
            throw new AssertionError("An upload failed", e.getCause());
        }
    }
}
