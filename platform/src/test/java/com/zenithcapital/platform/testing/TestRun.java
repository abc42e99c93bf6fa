package com.zenithcapital.platform.testing;

import com.zenithcapital.local.binaries.Binaries;
import com.zenithcapital.local.part.Installation;
import com.zenithcapital.local.part.KafkaPart;
import com.zenithcapital.local.part.KafkaPorts;
import com.zenithcapital.local.part.MailPart;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.part.PostgresPart;
import com.zenithcapital.local.part.S3Key;
import com.zenithcapital.local.part.S3Part;
import com.zenithcapital.local.part.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What outlives one application in a test run: the folder of its parts, under {@code target}, and what is to be known
 * of them. Quarkus loads test resources anew for each application it starts, so this is kept in system properties; a
 * part itself is found again by its pid file.
 */
public final class TestRun {

    private static final String PREFIX = "zenith.testing.";
    private static final Path ALL_RUNS = Path.of("target", "test-parts").toAbsolutePath();

    private TestRun() {}

    /** Where this run's parts live; made at the first call, with what a killed run left behind removed. */
    static synchronized Installation installation() {
        return new Installation(Path.of(remember("home", () -> {
            sweep();
            Path home = ALL_RUNS.resolve(Long.toString(ProcessHandle.current().pid()));
            cleanAtExit(home);
            return home.toString();
        })));
    }

    static Optional<String> recall(String key) {
        return Optional.ofNullable(System.getProperty(PREFIX + key));
    }

    /** What is known under this name, found out at the first call. */
    static String remember(String key, Supplier<String> finding) {
        @Nullable String known = System.getProperty(PREFIX + key);
        if (known != null) {
            return known;
        }
        String found = finding.get();
        System.setProperty(PREFIX + key, found);
        return found;
    }

    static void note(String key, String value) {
        System.setProperty(PREFIX + key, value);
    }

    /** By the JVM's own class loader: those of Quarkus are closed when the hook runs. */
    private static void cleanAtExit(Path home) {
        try {
            ClassLoader.getSystemClassLoader()
                    .loadClass(TestRun.class.getName())
                    .getMethod("cleanWhenTheJvmEnds", Path.class)
                    .invoke(null, home);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The test class path has no " + TestRun.class.getName(), e);
        }
    }

    /** Called across class loaders; nobody else needs it. */
    public static void cleanWhenTheJvmEnds(Path home) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clean(home), "test-parts-clean-up"));
    }

    private static void sweep() {
        if (!Files.isDirectory(ALL_RUNS)) {
            return;
        }
        try (Stream<Path> runs = Files.list(ALL_RUNS)) {
            runs.filter(TestRun::isOver).forEach(TestRun::clean);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOver(Path home) {
        return ProcessHandle.of(Long.parseLong(home.getFileName().toString()))
                .filter(ProcessHandle::isAlive)
                .isEmpty();
    }

    private static void clean(Path home) {
        Binaries binaries = Binaries.ofRepository();
        Installation installation = new Installation(home);
        // Which ports and keys they had does not matter for this.
        List<Part> parts = List.of(
                new PostgresPart(binaries, installation, 1, "not-needed", List.of()),
                new KafkaPart(binaries, installation, KafkaPorts.of(1, 2, 3)),
                new S3Part(binaries, installation, 1, new S3Key("not-needed", "not-needed"), List.of()),
                new MailPart(binaries, installation, 1, 2));
        parts.forEach(Part::kill);
        try {
            Trees.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove " + home, e);
        }
    }
}
