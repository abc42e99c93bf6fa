package com.zenithcapital.benchmarks.insights;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Brings made-up insights in, the way an old site's would come: as lines of an import. */
final class Seeding {

    private static final int LINES = 250;
    private static final int AT_ONCE = 4;

    private final HttpClient http;
    private final String service;
    private final Supplier<String> token;

    /** @param token of somebody who takes over what was published elsewhere; asked for anew for each part */
    Seeding(HttpClient http, String service, Supplier<String> token) {
        this.http = http;
        this.service = service;
        this.token = token;
    }

    /** Seconds it took. */
    double bring(int insights) {
        long began = System.nanoTime();
        MadeUp madeUp = new MadeUp(4_711);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> parts = new ArrayList<>();
            for (int first = 0; first < insights; first += LINES) {
                StringBuilder lines = new StringBuilder();
                for (int i = first; i < Math.min(first + LINES, insights); i++) {
                    lines.append(madeUp.line(i));
                }
                parts.add(threads.submit(() -> send(lines.toString())));
                if (parts.size() % (2 * AT_ONCE) == 0) {
                    // Not all lines of all parts are held at once.
                    parts.get(parts.size() - AT_ONCE).get();
                }
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Insights could not be brought in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private boolean send(String lines) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/api/v1/admin/insights/import"))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        List<String> refused = answer.body()
                .lines()
                .filter(line -> !line.contains("\"status\":201") && !line.contains("\"status\":200"))
                .toList();
        if (answer.statusCode() != 200 || !refused.isEmpty()) {
            throw new IllegalStateException("An import answered %d: %s"
                    .formatted(answer.statusCode(), refused.stream().limit(3).toList()));
        }
        return true;
    }
}
