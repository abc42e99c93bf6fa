package com.zenithcapital.benchmarks.events;

import com.zenithcapital.benchmarks.load.Wrk;
import java.nio.file.Path;
import java.util.Map;

/**
 * Browsers that send events, by wrk: page views of a thousand insights and two hundred models, the popular ones more often,
 * from sixty thousand addresses, thirty countries' worth of referrers and eight user agents.
 */
final class EventLoad {

    private static final String SCRIPT = """
            local batch = tonumber(os.getenv("ZENITH_BATCH"))
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
              seed()
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
            """;

    private final Wrk wrk;
    private final String service;

    EventLoad(Path directory, String service) {
        this.wrk = new Wrk(directory);
        this.service = service;
    }

    /** @param batch how many events a request has */
    Wrk.Load run(int batch, int connections, int seconds) {
        return wrk.run(SCRIPT, Map.of("ZENITH_BATCH", Integer.toString(batch)), service, connections, seconds);
    }
}
