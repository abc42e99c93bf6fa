package com.zenithcapital.local.part;

import com.zenithcapital.local.binaries.AotCache;
import com.zenithcapital.local.binaries.Binaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/** One Kafka broker that is its own controller, with the topics of {@link Topics} and no way to make others by accident. */
public final class KafkaPart implements Part {

    public static final String NAME = "kafka";

    private static final Duration FORMAT = Duration.ofMinutes(1);
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final short ONE_REPLICA = 1;

    private final Binaries binaries;
    private final AotCache cache;
    private final Path data;
    private final Path configuration;
    private final KafkaPorts ports;
    private final PartProcess process;

    public KafkaPart(Binaries binaries, Installation installation, KafkaPorts ports) {
        this.binaries = binaries;
        this.cache = binaries.aotCache("kafka");
        this.data = installation.data(NAME);
        this.configuration = installation.run().resolve("kafka.properties");
        this.ports = ports;
        this.process = new PartProcess(NAME, installation);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<PartPort> ports() {
        return List.of(
                new PartPort("Kafka clients", ports.clients()),
                new PartPort("Kafka controller", ports.controller()),
                new PartPort("Kafka internal", ports.internal()));
    }

    @Override
    public String url() {
        return bootstrapServers();
    }

    /** For clients that go through a proxy where there is one. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.advertised();
    }

    /** For tools beside the stack: never through a proxy. */
    public String internalBootstrapServers() {
        return "127.0.0.1:" + ports.internal();
    }

    @Override
    public Optional<String> managementUrl() {
        return Optional.empty();
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
        writeConfiguration();
        if (!Files.exists(data.resolve("meta.properties"))) {
            process.runToEnd(
                    "the format of its storage",
                    broker().mainClass(
                                    binaries.kafkaClassPath(),
                                    "kafka.tools.StorageTool",
                                    "format",
                                    "--cluster-id",
                                    Uuid.randomUuid().toString(),
                                    "--config",
                                    configuration.toString()),
                    data,
                    Map.of(),
                    FORMAT);
        }
        process.spawn(
                broker().cache(cache).mainClass(binaries.kafkaClassPath(), "kafka.Kafka", configuration.toString()),
                data,
                Map.of());
        process.awaitReady(READY, this::isHealthy);
        makeTopics();
    }

    @Override
    public void stop() {
        process.stop("TERM", cache.endsWithin(STOP));
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public boolean isHealthy() {
        if (!Sockets.accepts(ports.internal())) {
            return false; // spares the admin client's long and loud way to the same answer
        }
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public OptionalLong pidIfRunning() {
        return process.pid();
    }

    private void makeTopics() {
        try (Admin admin = admin()) {
            Set<String> existing = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            List<NewTopic> missing = Topics.all().entrySet().stream()
                    .filter(topic -> !existing.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), ONE_REPLICA))
                    .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new PartFailure(NAME, "kafka runs, but its topics could not be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure(NAME, "Interrupted while making kafka's topics", e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers", internalBootstrapServers(),
                "request.timeout.ms", "3000",
                "default.api.timeout.ms", "30000"));
    }

    private static JavaCommand broker() {
        return JavaCommand.withHeap("256m")
                // 250 lines of every setting, twice a start.
                .property("org.slf4j.simpleLogger.log.org.apache.kafka.common.config.AbstractConfig", "warn")
                .property("org.slf4j.simpleLogger.log.kafka.server.KafkaConfig", "warn")
                .property("org.slf4j.simpleLogger.showDateTime", true)
                .property("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }

    private void writeConfiguration() {
        String text = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d,INTERNAL://127.0.0.1:%3$d
                advertised.listeners=CLIENTS://127.0.0.1:%4$d,CONTROLLER://127.0.0.1:%2$d,INTERNAL://127.0.0.1:%3$d
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT,INTERNAL:PLAINTEXT
                inter.broker.listener.name=INTERNAL
                controller.listener.names=CONTROLLER
                log.dirs=%5$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # A broker that was killed may come back as soon as its old registration has timed out: 9 s by default.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=1000
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(ports.clients(), ports.controller(), ports.internal(), ports.advertised(), data);
        try {
            Files.createDirectories(data);
            Files.createDirectories(configuration.toAbsolutePath().getParent());
            Files.writeString(configuration, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
