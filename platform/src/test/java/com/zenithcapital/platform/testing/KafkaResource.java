package com.zenithcapital.platform.testing;

import com.zenithcapital.local.binaries.Binaries;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KafkaPorts;
import com.zenithcapital.local.part.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** A Kafka broker with the product's topics, empty at each start of the application. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        KafkaPart part = part();
        if (part.isRunning()) {
            inItsClassLoader(Admin.class, () -> empty(part));
        } else {
            startAgain();
        }
        return Map.of("kafka.bootstrap.servers", part.bootstrapServers());
    }

    @Override
    public void stop() {
        // The broker stays for the next application of this test run.
    }

    /** {@code kill -9}. */
    public static void kill() {
        part().kill();
    }

    /** Returns when the broker takes records again. */
    public static void startAgain() {
        inItsClassLoader(KafkaPart.class, () -> part().start());
    }

    public static String bootstrapServers() {
        return part().bootstrapServers();
    }

    private static KafkaPart part() {
        String ports = TestRun.remember("kafka.ports", () -> {
            KafkaPorts free = KafkaPorts.free();
            return "%d,%d,%d".formatted(free.clients(), free.controller(), free.internal());
        });
        String[] numbers = ports.split(",", 3);
        return new KafkaPart(
                Binaries.ofRepository(),
                TestRun.installation(),
                KafkaPorts.of(
                        Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2])));
    }

    /** Kafka's client finds its plug-ins by the thread's class loader, which under Quarkus is another than its own. */
    private static void inItsClassLoader(Class<?> user, Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(user.getClassLoader());
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void empty(KafkaPart part) {
        Map<TopicPartition, RecordsToDelete> everything = new HashMap<>();
        Topics.all().forEach((topic, partitions) -> {
            for (int partition = 0; partition < partitions; partition++) {
                // -1 is the end of the partition.
                everything.put(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(-1));
            }
        });
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", part.internalBootstrapServers()))) {
            admin.deleteRecords(everything).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The topics could not be emptied", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while emptying the topics", e);
        }
    }
}
