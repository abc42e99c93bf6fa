package com.zenithcapital.local.part;

import com.zenithcapital.local.binaries.AotCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One of Zenith's own services, from its packaged jar, told everything it needs by its environment. */
public final class ServicePart implements Part {

    private static final Duration READY = Duration.ofMinutes(2);
    /** Services drain what they have begun before they end. */
    private static final Duration STOP = Duration.ofSeconds(30);

    /** What a packaged service is started from; relative to its folder, as the AOT cache was recorded. */
    public static final String RUN_JAR = "quarkus-run.jar";

    public static final String AOT_CACHE = "app.aot";

    /** Gives back to the system what the compilers took for a moment, some 30 MB, and C's allocator would keep. */
    private static final String TRIM = "-XX:TrimNativeHeapInterval=10000";

    /** As few arenas as the JVM needs: by default each of its threads may get one, and leave it half empty. */
    private static final String ARENAS = "2";

    private final String name;
    private final Path application;
    private final String heap;
    private final PartPort port;
    private final PartPort management;
    private final Map<String, String> environment;
    private final PartProcess process;

    /** @param application the folder that holds the {@value #RUN_JAR} */
    public ServicePart(
            String name,
            Path application,
            Installation installation,
            int port,
            int managementPort,
            String heap,
            Map<String, String> environment) {
        this.name = name;
        this.application = application;
        this.heap = heap;
        this.port = new PartPort(name, port);
        this.management = new PartPort(name + " management", managementPort);
        this.environment = Map.copyOf(environment);
        this.process = new PartProcess(name, installation);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<PartPort> ports() {
        return List.of(port, management);
    }

    @Override
    public String url() {
        return port.http();
    }

    @Override
    public Optional<String> managementUrl() {
        return Optional.of(management.http());
    }

    @Override
    public Path log() {
        return process.log();
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        if (!Files.exists(application.resolve(RUN_JAR))) {
            throw new PartFailure(name, name + " is not built: no " + application.resolve(RUN_JAR), List.of());
        }
        process.spawn(
                JavaCommand.withHeap(heap)
                        .option(TRIM)
                        .cache(new AotCache(application.resolve(AOT_CACHE), false))
                        .jar(RUN_JAR),
                application,
                addressed());
        process.awaitReady(READY, this::isHealthy);
    }

    @Override
    public void stop() {
        process.stop("TERM", STOP);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public boolean isHealthy() {
        return HttpProbe.answersOk(management.http() + "/q/health/ready");
    }

    @Override
    public OptionalLong pidIfRunning() {
        return process.pid();
    }

    private Map<String, String> addressed() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("MALLOC_ARENA_MAX", ARENAS);
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port.number()));
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management.number()));
        return all;
    }
}
