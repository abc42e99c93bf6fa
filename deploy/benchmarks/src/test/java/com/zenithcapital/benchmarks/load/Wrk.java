package com.zenithcapital.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by wrk (Debian's package), which asks as a script in Lua says, for addresses of a list at random for instance. */
public final class Wrk {

    /**
     * What came of it.
     *
     * @param requests how many were answered, in whatever way
     * @param failures how many of them not with 2xx or 3xx, or not at all
     */
    public record Load(
            long requests, double seconds, double p50Millis, double p95Millis, double p99Millis, long failures) {

        public double perSecond() {
            return requests / seconds;
        }
    }

    private static final Pattern RESULT =
            Pattern.compile("zenith (\\d+) (\\d+) (\\d+(?:\\.\\d+)?) (\\d+(?:\\.\\d+)?) (\\d+(?:\\.\\d+)?) (\\d+)");

    /** Before every script: each thread has a number, by which it begins elsewhere, and the result is one line. */
    private static final String COMMON = """
            local threads = 0
            function setup(thread) threads = threads + 1; thread:set("number", threads) end
            function seed() math.randomseed(os.time() + 7919 * number) end
            function done(summary, latency, requests)
              local failed = summary.errors.status + summary.errors.connect + summary.errors.read
                  + summary.errors.write + summary.errors.timeout
              print(string.format("zenith %d %d %f %f %f %d", summary.requests, summary.duration,
                  latency:percentile(50), latency:percentile(95), latency:percentile(99), failed))
            end
            """;

    private static final String ASKING = """
            local paths = {}
            for line in io.lines(os.getenv("ZENITH_PATHS")) do paths[#paths + 1] = line end
            local token = os.getenv("ZENITH_TOKEN")
            if token ~= "" then wrk.headers["Authorization"] = "Bearer " .. token end
            function init(args) seed() end
            function request() return wrk.format("GET", paths[math.random(#paths)]) end
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

    /** As a visitor. */
    public Load run(String base, List<String> paths, int connections, int seconds) {
        return run(base, paths, connections, seconds, "");
    }

    /** @param token of whoever asks; empty for a visitor */
    public Load run(String base, List<String> paths, int connections, int seconds, String token) {
        try {
            Path list = Files.write(directory.resolve("paths.txt"), paths);
            return run(
                    ASKING, Map.of("ZENITH_PATHS", list.toString(), "ZENITH_TOKEN", token), base, connections, seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As a script says.
     *
     * @param script with {@code init}, which calls {@code seed()}, and {@code request}
     * @param environment what the script finds by {@code os.getenv}
     */
    public Load run(String script, Map<String, String> environment, String base, int connections, int seconds) {
        try {
            Path file = Files.writeString(directory.resolve("load.lua"), COMMON + script);
            ProcessBuilder wrk = new ProcessBuilder(
                            "wrk",
                            "-t" + Math.min(2, connections),
                            "-c" + connections,
                            "-d" + seconds + "s",
                            "--timeout",
                            "10s",
                            "-s",
                            file.toString(),
                            base)
                    .redirectErrorStream(true);
            wrk.environment().putAll(environment);
            Process process = wrk.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            Matcher matcher = RESULT.matcher(output);
            if (process.waitFor() != 0 || !matcher.find()) {
                throw new IllegalStateException("wrk did not do its work:\n" + output);
            }
            return new Load(
                    Long.parseLong(matcher.group(1)),
                    Double.parseDouble(matcher.group(2)) / 1e6,
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
