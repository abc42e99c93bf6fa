package com.zenithcapital.local.part;

import com.zenithcapital.local.binaries.Binaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keycloak's unpacked distribution. Keycloak wants a build step ({@code kc.sh build}) that fixes the database vendor and
 * writes the server's byte code; it takes half a minute, so it is done once and remembered.
 */
public final class KeycloakDistribution {

    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--metrics-enabled=true");

    private final Path folder;

    public KeycloakDistribution(Binaries binaries) {
        this.folder = binaries.keycloak();
    }

    Path libraries() {
        return folder.resolve("lib");
    }

    public boolean isBuilt() {
        try {
            return Files.exists(stamp()) && Files.readAllLines(stamp()).equals(BUILD_OPTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds the server if that was not done yet; two launchers at once take turns. */
    public void build(Path log) {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(".build-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isBuilt()) {
                runBuild(log);
                Files.write(stamp(), BUILD_OPTIONS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All of the server on one flat class path. Keycloak's own start script goes through a class loader of Quarkus, which
     * the JDK's AOT cache does not reach; on a flat class path the cache takes half of the start.
     */
    List<Path> classPath() {
        List<Path> jars = new ArrayList<>(List.of(
                // What the build transformed stands before the originals.
                libraries().resolve("quarkus/transformed-bytecode.jar"),
                libraries().resolve("quarkus/generated-bytecode.jar"),
                libraries().resolve("app/keycloak.jar")));
        jars.addAll(jarsIn(libraries().resolve("lib/boot")));
        jars.addAll(jarsIn(libraries().resolve("lib/main")));
        return jars;
    }

    private Path stamp() {
        return libraries().resolve("quarkus/zenith-build-options");
    }

    private void runBuild(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process build = builder.start();
        try {
            int exitCode = build.waitFor();
            if (exitCode != 0) {
                throw new PartFailure(
                        KeycloakPart.NAME,
                        "keycloak's build (kc.sh build) failed with exit code " + exitCode + ". Its log, " + log
                                + ", ends:",
                        LogTail.of(log, 0, 30));
            }
        } catch (InterruptedException e) {
            build.descendants().forEach(ProcessHandle::destroyForcibly);
            build.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PartFailure(KeycloakPart.NAME, "Interrupted while building keycloak", e);
        }
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
