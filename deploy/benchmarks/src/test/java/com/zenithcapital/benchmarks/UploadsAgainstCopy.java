package com.zenithcapital.benchmarks;

import com.zenithcapital.local.sample.Size;
import com.zenithcapital.system.ModelDesk;
import com.zenithcapital.system.ModelDesk.Job;
import com.zenithcapital.system.ModelDesk.Model;
import com.zenithcapital.system.Zenith;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Eight 50 MB uploads at once through the gateway, against what the machine needs to copy and digest the same files:
 * {@code cp} and {@code sha256sum}, eight at once as well. In one run, in turns, so that a slow disk slows both.
 *
 * <p>The uploads' clock runs from the first byte to the last 202: by then the bytes are stored and their digest is known.
 * Judging them comes afterwards, is waited for between rounds, and is told separately.
 */
public final class UploadsAgainstCopy {

    private static final int FILES = 8;
    private static final int ROUNDS = 3;
    private static final double MUST = 0.8;
    private static final Duration VERDICTS = Duration.ofMinutes(5);

    private final Zenith zenith;
    private final List<Path> workbooks;

    private UploadsAgainstCopy(Zenith zenith) {
        this.zenith = zenith;
        this.workbooks = LongStream.rangeClosed(1, FILES)
                .mapToObj(seed -> zenith.workbook(Size.FULL, seed))
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        try (Zenith zenith = Zenith.start()) {
            new UploadsAgainstCopy(zenith).run();
        }
    }

    private void run() throws Exception {
        double bytes = 0;
        for (Path workbook : workbooks) {
            bytes += Files.size(workbook);
        }
        // A round that is not counted: the first upload of a service loads its classes.
        upload(0);
        copy();
        List<Double> uploads = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            copies.add(copy());
            uploads.add(upload(round));
        }
        double ratio = median(copies) / median(uploads);
        System.out.printf("%d files, %.0f MB, the median of %d rounds%n", FILES, bytes / 1e6, ROUNDS);
        System.out.printf("cp + sha256sum      %6.2f s  %6.0f MB/s%n", median(copies), bytes / 1e6 / median(copies));
        System.out.printf("upload, to the 202  %6.2f s  %6.0f MB/s%n", median(uploads), bytes / 1e6 / median(uploads));
        System.out.printf("ratio               %6.2f    (must be at least %.1f)%n", ratio, MUST);
        zenith.reportResidentMemory();
    }

    /** Seconds until every upload has its 202. */
    private double upload(int round) throws Exception {
        ModelDesk ana = zenith.desk("ana");
        Model model = ana.create("Bench, round " + round);
        long began = System.nanoTime();
        List<Job> jobs = ana.uploadAtOnce(model, workbooks);
        double seconds = (System.nanoTime() - began) / 1e9;
        for (Job job : jobs) {
            Job judged = ana.awaitVerdict(job, VERDICTS);
            if (!judged.state().equals("ACCEPTED")) {
                throw new IllegalStateException("Not accepted: " + judged);
            }
        }
        double verdicts = (System.nanoTime() - began) / 1e9 - seconds;
        System.out.printf("round %d: uploads %.2f s, all %d verdicts %.2f s later%n", round, seconds, FILES, verdicts);
        return seconds;
    }

    /** Seconds until every file is copied and its digest is known. */
    private double copy() throws Exception {
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> copies = new ArrayList<>();
            for (Path workbook : workbooks) {
                copies.add(threads.submit(() -> copyAndDigest(workbook)));
            }
            for (Future<?> copy : copies) {
                copy.get();
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private boolean copyAndDigest(Path workbook) throws IOException, InterruptedException {
        Path copy = zenith.scratch().resolve(workbook.getFileName() + ".copy");
        runToEnd("cp", workbook.toString(), copy.toString());
        runToEnd("sha256sum", copy.toString());
        return Files.deleteIfExists(copy);
    }

    private static void runToEnd(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
