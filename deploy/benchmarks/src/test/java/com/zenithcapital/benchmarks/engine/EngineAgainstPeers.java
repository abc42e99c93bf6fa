package com.zenithcapital.benchmarks.engine;

import static com.zenithcapital.benchmarks.engine.Contender.AALTO;
import static com.zenithcapital.benchmarks.engine.Contender.AALTO_PARALLEL;
import static com.zenithcapital.benchmarks.engine.Contender.COUNTING;
import static com.zenithcapital.benchmarks.engine.Contender.COUNTING_PARALLEL;
import static com.zenithcapital.benchmarks.engine.Contender.INSPECTION;

import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine against what it stands on and what else there is, for workbooks of 1, 10 and 50 MB; then the least heap
 * for the packaged jar, and its comparison of two versions of 50 MB. Each bar is followed by PASS or MISS.
 *
 * <p>{@code -Dbench.sizes=SMALL,MEDIUM,FULL -Dbench.rounds=7 -Dbench.parts=race,heap,diff}
 */
public final class EngineAgainstPeers {

    private static final double MOST_FOR_COUNTING = 1.3;
    private static final double MOST_FOR_INSPECTION = 2.5;
    private static final int MOST_HEAP = 64;
    private static final int DIFF_HEAP = 256;
    private static final double MOST_DIFF_SECONDS = 30;
    private static final double MOST_DIFF_MEGABYTES = 512;

    private final Path repository = Repository.root();
    private final Path files;
    private final List<String> bars = new ArrayList<>();

    private EngineAgainstPeers(Path files) {
        this.files = files;
    }

    public static void main(String[] arguments) throws Exception {
        Path files = Files.createTempDirectory("zenith-bench-engine");
        try {
            new EngineAgainstPeers(files).run();
        } finally {
            try (var written = Files.list(files)) {
                for (Path file : written.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(files);
        }
    }

    private void run() throws Exception {
        tellLoad();
        List<String> parts = List.of(System.getProperty("bench.parts").split(","));
        if (parts.contains("race")) {
            for (String size : System.getProperty("bench.sizes").split(",")) {
                race(Size.valueOf(size));
            }
        }
        if (parts.contains("heap")) {
            findHeapFloors();
        }
        if (parts.contains("diff")) {
            compareVersions();
        }
        System.out.println();
        tellLoad();
        bars.forEach(System.out::println);
    }

    /** Where others want the processors too, wall clock says more about them; processor seconds hold. */
    private static void tellLoad() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "%d processors, load of the last minute %.1f%n",
                system.getAvailableProcessors(), system.getSystemLoadAverage());
    }

    private void race(Size size) throws IOException {
        Path workbook = sample(size, 1);
        int rounds = Integer.getInteger("bench.rounds");
        Path jar = repository.resolve("workbook/target/workbook.jar");
        Path classes = repository.resolve("deploy/benchmarks/target/test-classes");
        Race race = Race.of(workbook, rounds, jar, classes);
        System.out.printf(
                "%n%s: %.1f MB, %,d cells, %,d formulas; medians of %d rounds in turns, a process each%n",
                size,
                Files.size(workbook) / 1e6,
                race.count().cells(),
                race.count().formulas(),
                rounds);
        tellLoad();
        System.out.printf("%-26s %7s %9s %9s %12s %9s%n", "", "threads", "wall s", "x Aalto", "processor s", "x Aalto");
        for (Contender contender : Contender.values()) {
            System.out.printf(
                    "%-26s %7d %9.3f %9.2f %12.3f %9.2f%n",
                    contender.title(),
                    contender.threads(),
                    race.wall(contender),
                    race.wallRatio(contender, AALTO),
                    race.processor(contender),
                    race.processorRatio(contender, AALTO));
        }
        String what = size + ": ";
        ratio(what + "counting, sheets in parallel / Aalto alone", race, COUNTING_PARALLEL, AALTO, MOST_FOR_COUNTING);
        ratio(what + "whole inspection / Aalto alone", race, INSPECTION, AALTO, MOST_FOR_INSPECTION);
        // With the threads of ours, lest anybody be fooled: stricter than what was asked for.
        ratio(what + "like for like, counting 1 thread / Aalto 1", race, COUNTING, AALTO, MOST_FOR_COUNTING);
        ratio(
                what + "like for like, counting 2 threads / Aalto 2",
                race,
                COUNTING_PARALLEL,
                AALTO_PARALLEL,
                MOST_FOR_COUNTING);
        ratio(what + "like for like, inspection / Aalto 2", race, INSPECTION, AALTO_PARALLEL, MOST_FOR_INSPECTION);
    }

    private void ratio(String what, Race race, Contender contender, Contender peer, double most) {
        bar(what, race.wallRatio(contender, peer), most, "x");
    }

    private void findHeapFloors() throws IOException, InterruptedException {
        System.out.printf("%nworkbook.jar inspect, as a process of its own%n");
        heapFloor("50 MB sample", sample(Size.FULL, 1));
        Path strings = files.resolve("strings.xlsx");
        ManyStrings.writeTo(strings);
        heapFloor("1.6 million different texts", strings);
    }

    private void heapFloor(String what, Path workbook) throws IOException, InterruptedException {
        HeapFloor heap = new HeapFloor(repository, workbook);
        int floor = heap.find(MOST_HEAP);
        for (int megabytes : new int[] {MOST_HEAP, floor}) {
            EngineRun run = heap.run(megabytes);
            System.out.printf(
                    "%-32s %5.1f MB  -Xmx%dm  %6.2f s  %6.2f s processor  %4.0f MB resident at most%s%n",
                    what,
                    Files.size(workbook) / 1e6,
                    megabytes,
                    run.seconds(),
                    run.processor(),
                    run.residentMegabytes(),
                    run.accepted() ? "" : "  NOT ACCEPTED");
        }
        bar("heap floor, " + what, floor, MOST_HEAP, "MB");
    }

    private void compareVersions() throws IOException, InterruptedException {
        System.out.printf("%nworkbook.jar diff, -Xmx%dm, as a process of its own%n", DIFF_HEAP);
        Path old = sample(Size.FULL, 1);
        Path next = files.resolve("next.xlsx");
        NextVersion.write(old, next);
        compare("the next version of 50 MB", old, next);
        compare("nothing alike: another seed", old, sample(Size.FULL, 2));
    }

    private void compare(String what, Path old, Path now) throws IOException, InterruptedException {
        EngineRun run = EngineRun.of(repository, DIFF_HEAP, "diff", old.toString(), now.toString());
        if (!run.accepted()) {
            throw new IllegalStateException("diff of " + what + ": exit code " + run.exitCode());
        }
        System.out.printf(
                "%-32s %6.2f s  %6.2f s processor  %4.0f MB resident at most%n",
                what, run.seconds(), run.processor(), run.residentMegabytes());
        bar("diff, " + what, run.seconds(), MOST_DIFF_SECONDS, "s");
        bar("diff, " + what, run.residentMegabytes(), MOST_DIFF_MEGABYTES, "MB");
    }

    private void bar(String what, double figure, double most, String unit) {
        bars.add("%s  %-60s %7.2f <= %6.1f %s".formatted(figure <= most ? "PASS" : "MISS", what, figure, most, unit));
    }

    private Path sample(Size size, long seed) throws IOException {
        Path file = files.resolve(size + "-" + seed + ".xlsx");
        if (!Files.exists(file)) {
            SampleWorkbook.of(size).withSeed(seed).writeTo(file);
        }
        return file;
    }
}
