package com.zenithcapital.benchmarks.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Browsers that send events, by wrk: page views of a thousand insights and two hundred models, the popular ones more often,
 * from sixty thousand addresses, thirty countries' worth of referrers and eight user agents.
 */
final class EventLoad {

    /**
     * What came of it.
     *
     * @param seconds how long it lasted
     * @param requests how many were answered
     * @param failures how many of these not with 202, or not at all
     */
    record Result(double seconds, long requests, long failures, double p50Millis, double p99Millis) {

        double perSecond() {
            return (requests - failures) / seconds;
        }
    }

    private static final Pattern RESULT =
            Pattern.compile("zenith (\\d+) (\\d+) (\\d+(?:\\.\\d+)?) (\\d+(?:\\.\\d+)?) (\\d+)");

    private static final String SCRIPT = """
            local batch = tonumber(os.getenv("ZENITH_BATCH"))
            local threads = 0
            function setup(thread) threads = threads + 1; thread:set("number", threads) end
            local sources = {"https://www.google.com/", "https://www.bing.com/", "https://duckduckgo.com/", "",
              "https://www.linkedin.com/feed/", "https://t.co/x", "https://news.example/a"}
            local engine = "AppleWebKit/537.36 (KHTML, like Gecko) "
            local agents = {
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64) " .. engine .. "Chrome/142.0.0.0 Safari/537.36",
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64) " .. engine .. "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
              "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
              "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
              "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
              "Mozilla/5.0 (Linux; Android 15; Pixel 9) " .. engine .. "Chrome/142.0.0.0 Mobile Safari/537.36",
              "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1"}
            local function event()
              local rank = math.floor(1000 ^ math.random())
              local path = math.random(6) == 1 and "/models/model-" .. rank % 200 or "/insights/insight-" .. rank
              local source = math.random(10) == 1 and "https://site-" .. math.random(200) .. ".example/" or sources[math.random(#sources)]
              return string.format(
                '{"name":"pageview","url":"https://zenith.example%s","referrer":"%s","title":"Deliveries and margins","screen":%d}',
                path, source, 400 + 80 * math.random(20))
            end
            local bodies = {}
            function init(args)
              math.randomseed(os.time() + 7919 * number)
              for i = 1, (batch == 1 and 5000 or 500) do
                local events = {}
                for j = 1, batch do events[j] = event() end
                bodies[i] = batch == 1 and events[1] or "[" .. table.concat(events, ",") .. "]"
              end
            end
            function request()
              return wrk.format("POST", "/api/v1/events", {
                ["Content-Type"] = "text/plain;charset=UTF-8",
                ["Origin"] = "https://zenith.example",
                ["User-Agent"] = agents[math.random(#agents)],
                ["X-Forwarded-For"] = string.format("10.%d.%d.1", math.random(0, 255), math.random(0, 255))},
                bodies[math.random(#bodies)])
            end
            function done(summary, latency, requests)
              local failed = summary.errors.status + summary.errors.connect + summary.errors.read
                  + summary.errors.write + summary.errors.timeout
              print(string.format("zenith %d %d %f %f %d", summary.requests, summary.duration,
                  latency:percentile(50), latency:percentile(99), failed))
            end
            """;

    private final Path directory;
    private final String service;

    EventLoad(Path directory, String service) {
        this.directory = directory;
        this.service = service;
    }

    /** @param batch how many events a request has */
    Result run(int batch, int connections, int seconds) {
        try {
            Path script = Files.writeString(directory.resolve("events.lua"), SCRIPT);
            ProcessBuilder wrk = new ProcessBuilder(
                            "wrk",
                            "-t" + Math.min(2, connections),
                            "-c" + connections,
                            "-d" + seconds + "s",
                            "--timeout",
                            "10s",
                            "-s",
                            script.toString(),
                            service)
                    .redirectErrorStream(true);
            wrk.environment().put("ZENITH_BATCH", Integer.toString(batch));
            Process process = wrk.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            Matcher matcher = RESULT.matcher(output);
            if (process.waitFor() != 0 || !matcher.find()) {
                throw new IllegalStateException("wrk did not do its work:\n" + output);
            }
            return new Result(
                    Double.parseDouble(matcher.group(2)) / 1e6,
                    Long.parseLong(matcher.group(1)),
                    Long.parseLong(matcher.group(5)),
                    Double.parseDouble(matcher.group(3)) / 1e3,
                    Double.parseDouble(matcher.group(4)) / 1e3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
