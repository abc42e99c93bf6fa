package com.zenithcapital.benchmarks.insights;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by wrk (Debian's package), which asks for addresses of a list at random. */
public final class Wrk {

    /** Answers a second, and how long they took. */
    public record Load(double perSecond, double p50Millis, double p95Millis, double p99Millis, long failures) {}

    private static final Pattern RESULT =
            Pattern.compile("zenith (\\d+) (\\d+) (\\d+(?:\\.\\d+)?) (\\d+(?:\\.\\d+)?) (\\d+(?:\\.\\d+)?) (\\d+)");

    private static final String SCRIPT = """
            local paths = {}
            for line in io.lines(os.getenv("ZENITH_PATHS")) do paths[#paths + 1] = line end
            local token = os.getenv("ZENITH_TOKEN")
            if token ~= "" then wrk.headers["Authorization"] = "Bearer " .. token end
            local threads = 0
            function setup(thread) threads = threads + 1; thread:set("number", threads) end
            function init(args) math.randomseed(os.time() + 7919 * number) end
            function request() return wrk.format("GET", paths[math.random(#paths)]) end
            function done(summary, latency, requests)
              local failed = summary.errors.status + summary.errors.connect + summary.errors.read
                  + summary.errors.write + summary.errors.timeout
              print(string.format("zenith %d %d %f %f %f %d", summary.requests, summary.duration,
                  latency:percentile(50), latency:percentile(95), latency:percentile(99), failed))
            end
            """;

    private final Path directory;

    public Wrk(Path directory) {
        this.directory = directory;
    }

    public static boolean isInstalled() {
        try {
            return new ProcessBuilder("wrk", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    >= 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Load run(String base, List<String> paths, int connections, int seconds) {
        return run(base, paths, connections, seconds, "");
    }

    /** @param token of whoever asks; empty for a visitor */
    public Load run(String base, List<String> paths, int connections, int seconds, String token) {
        try {
            Path script = directory.resolve("load.lua");
            Path list = directory.resolve("paths.txt");
            Files.writeString(script, SCRIPT);
            Files.write(list, paths);
            ProcessBuilder wrk = new ProcessBuilder(
                            "wrk",
                            "-t" + Math.min(2, connections),
                            "-c" + connections,
                            "-d" + seconds + "s",
                            "--timeout",
                            "10s",
                            "-s",
                            script.toString(),
                            base)
                    .redirectErrorStream(true);
            wrk.environment().put("ZENITH_PATHS", list.toString());
            wrk.environment().put("ZENITH_TOKEN", token);
            Process process = wrk.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            Matcher matcher = RESULT.matcher(output);
            if (process.waitFor() != 0 || !matcher.find()) {
                throw new IllegalStateException("wrk did not do its work:\n" + output);
            }
            double time = Double.parseDouble(matcher.group(2)) / 1e6;
            return new Load(
                    Double.parseDouble(matcher.group(1)) / time,
                    Double.parseDouble(matcher.group(3)) / 1e3,
                    Double.parseDouble(matcher.group(4)) / 1e3,
                    Double.parseDouble(matcher.group(5)) / 1e3,
                    Long.parseLong(matcher.group(6)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
