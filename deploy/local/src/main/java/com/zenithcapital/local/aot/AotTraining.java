package com.zenithcapital.local.aot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Records the AOT cache of one program (JEP 483, 514) right after it was packaged. A module's build calls it:
 *
 * <ul>
 *   <li>{@code service DIRECTORY}: starts {@code quarkus-run.jar} there with every dependency dead, asks it a few
 *       questions, ends it; leaves {@code app.aot} beside the jar.
 *   <li>{@code workbook DIRECTORY}: lets {@code workbook.jar} there inspect a workbook; leaves {@code workbook.aot}.
 * </ul>
 *
 * <p>Nothing is done when the cache fits the jar and this JDK. A cache is an optimisation: when recording fails, this
 * says so and the build goes on. It needs nothing but the JDK, so that Maven can run it from source before anything of
 * this module is compiled.
 */
public final class AotTraining {

    private static final String RUN_JAR = "quarkus-run.jar";
    private static final String WORKBOOK_JAR = "workbook.jar";
    private static final String USAGE = "service DIRECTORY | workbook DIRECTORY";
    /** The same collector as in the stack: archived objects fit one kind of heap. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration RECORDED = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int ROUNDS = 3;

    /** Nobody listens on port 1: a stack that happens to run here must not be touched by a training run. */
    private static final String NOBODY = "127.0.0.1:1";

    private static final Map<String, String> DEAD_DEPENDENCIES = Map.ofEntries(
            Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + NOBODY + "/zenith"),
            Map.entry("QUARKUS_DATASOURCE_USERNAME", "nobody"),
            Map.entry("QUARKUS_DATASOURCE_PASSWORD", "nothing"),
            Map.entry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false"),
            Map.entry("KAFKA_BOOTSTRAP_SERVERS", NOBODY),
            Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://" + NOBODY + "/realms/zenith"),
            Map.entry("QUARKUS_S3_ENDPOINT_OVERRIDE", "http://" + NOBODY),
            Map.entry("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID", "nobody"),
            Map.entry("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY", "nothing"),
            Map.entry("QUARKUS_MAILER_HOST", "127.0.0.1"),
            Map.entry("QUARKUS_MAILER_PORT", "1"),
            Map.entry("ZENITH_OUTBOX_RELAY", "false"),
            // Asked for its version and nothing else, but model-file-service does not start without one.
            Map.entry(
                    "ZENITH_MODEL_FILES_WORKBOOK_COMMAND",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            Map.entry("ZENITH_GATEWAY_SESSION_CLIENT_SECRET", "nothing"),
            Map.entry("ZENITH_GATEWAY_SESSION_SECRET", "nothing that opens any session at all"),
            Map.entry("ZENITH_GATEWAY_CONTENT_URL", "http://" + NOBODY),
            Map.entry("ZENITH_GATEWAY_MODEL_FILE_URL", "http://" + NOBODY),
            Map.entry("ZENITH_GATEWAY_ANALYTICS_URL", "http://" + NOBODY));

    private AotTraining() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(USAGE);
        }
        Path directory = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "service" -> record(directory, "app.aot", RUN_JAR, cache -> trainService(directory, cache));
            case "workbook" ->
                record(directory, "workbook.aot", WORKBOOK_JAR, cache -> trainWorkbook(directory, cache));
            default -> throw new IllegalArgumentException(USAGE);
        }
    }

    private interface Training {
        void into(Path cache) throws IOException, InterruptedException;
    }

    private static void record(Path directory, String name, String program, Training training)
            throws InterruptedException {
        Path cache = directory.resolve(name);
        Path jar = directory.resolve(program);
        Path stamp = cache.resolveSibling(cache.getFileName() + ".stamp");
        Path unfinished = cache.resolveSibling(cache.getFileName() + ".unfinished");
        try {
            if (Files.exists(cache)
                    && Files.exists(stamp)
                    && Files.readString(stamp).equals(stampOf(jar))) {
                return;
            }
            long begin = System.nanoTime();
            Files.deleteIfExists(cache);
            Files.deleteIfExists(unfinished);
            training.into(unfinished);
            Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(stamp, stampOf(jar));
            System.out.printf(
                    "Recorded %s: %d MB in %.1f s%n",
                    cache, Files.size(cache) >> 20, (System.nanoTime() - begin) / 1e9);
        } catch (IOException e) {
            System.out.println("No AOT cache beside " + jar + ", it will start more slowly: " + e.getMessage());
        }
    }

    /** A cache is void when the jar's time or the JDK changes. */
    private static String stampOf(Path jar) throws IOException {
        return Runtime.version() + " " + Files.getLastModifiedTime(jar).toMillis();
    }

    private static void trainService(Path directory, Path cache) throws IOException, InterruptedException {
        int port = freePort();
        int management = freePort();
        ProcessBuilder builder = java(cache, "-Xmx256m", "-jar", RUN_JAR).directory(directory.toFile());
        builder.environment().putAll(DEAD_DEPENDENCIES);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "QUARKUS_MANAGEMENT_HOST",
                        "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(management),
                        "ZENITH_MODEL_FILES_WORKBOOK_DIRECTORY",
                        cache.resolveSibling("aot-training").toString()));
        Path log = cache.resolveSibling("app.aot.log");
        Process service =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            awaitAnswer(client, service, management, log);
            for (int round = 0; round < ROUNDS; round++) {
                get(client, management, "/q/health/live", "");
                get(client, management, "/q/metrics", "");
                get(client, port, "/api/v1/nothing", "");
                get(client, port, "/api/v1/admin/models", "");
                get(client, port, "/api/v1/admin/models", "Bearer not-a-token");
            }
            // Once, as it waits in vain for everything that is dead.
            get(client, management, "/q/health/ready", "");
            service.destroy();
            awaitCache(service, cache);
        } finally {
            service.destroyForcibly();
        }
    }

    private static void trainWorkbook(Path directory, Path cache) throws IOException, InterruptedException {
        Path workbook = Files.createTempFile("zenith-training", ".xlsx");
        TrainingWorkbook.writeTo(workbook);
        Process engine = java(cache, "-Xmx96m", "-jar", WORKBOOK_JAR, "inspect", workbook.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitCache(engine, cache);
            if (engine.exitValue() != 0) {
                throw new IOException("the engine did not accept its training workbook: " + engine.exitValue());
            }
        } finally {
            engine.destroyForcibly();
            Files.deleteIfExists(workbook);
        }
    }

    private static ProcessBuilder java(Path cache, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                COLLECTOR,
                "-XX:AOTCacheOutput=" + cache.toAbsolutePath()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(Set.of("PATH", "HOME", "LANG", "TMPDIR"));
        return builder;
    }

    private static void awaitAnswer(HttpClient client, Process service, int management, Path log)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + READY.toNanos();
        while (!get(client, management, "/q/health/live", "")) {
            if (!service.isAlive()) {
                throw new IOException("it ended with exit code " + service.exitValue() + "; see " + log);
            }
            if (System.nanoTime() > end) {
                throw new IOException("it did not answer within " + READY.toSeconds() + " s; see " + log);
            }
            Thread.sleep(POLL);
        }
    }

    /** The JVM writes the cache at its end, whatever its exit code is. */
    private static void awaitCache(Process process, Path cache) throws IOException, InterruptedException {
        if (!process.waitFor(RECORDED.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("it did not end within " + RECORDED.toSeconds() + " s");
        }
        if (!Files.exists(cache)) {
            throw new IOException("the JVM wrote none (exit code " + process.exitValue() + ")");
        }
    }

    /** Whether anything answered at all. */
    private static boolean get(HttpClient client, int port, String path, String authorization)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(ANSWER);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false; // not yet, or too slow with its dependencies dead: both are fine in training
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
