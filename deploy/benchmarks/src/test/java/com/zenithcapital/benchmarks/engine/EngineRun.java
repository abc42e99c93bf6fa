package com.zenithcapital.benchmarks.engine;

import com.zenithcapital.local.stack.WorkbookEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One call of the packaged jar, as the services make it, with another heap.
 *
 * @param processor seconds of all its threads, but for its last few milliseconds
 * @param residentMegabytes the most it ever held, as the kernel tells ({@code VmHWM}); 0 where there is no {@code /proc}
 */
record EngineRun(int exitCode, double seconds, double processor, double residentMegabytes) {

    private static final int POLL_MILLIS = 5;
    private static final String PEAK = "VmHWM:";

    boolean accepted() {
        return exitCode == 0;
    }

    static EngineRun of(Path repository, int heapMegabytes, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        for (String word : WorkbookEngine.command(repository)) {
            command.add(word.startsWith("-Xmx") ? "-Xmx" + heapMegabytes + "m" : word);
        }
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD) // below the floor it says so at length
                .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peak = 0;
        Duration processor = Duration.ZERO;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            processor = process.info().totalCpuDuration().orElse(processor);
            peak = Math.max(peak, peakKilobytes(status));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new EngineRun(process.exitValue(), seconds, processor.toMillis() / 1e3, peak * 1024 / 1e6);
    }

    private static long peakKilobytes(Path status) throws IOException {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(PEAK)) {
                    return Long.parseLong(line.substring(PEAK.length()).strip().split(" ")[0]);
                }
            }
        } catch (NoSuchFileException e) {
            // It has just ended, or this system has no such files.
        }
        return 0;
    }
}
