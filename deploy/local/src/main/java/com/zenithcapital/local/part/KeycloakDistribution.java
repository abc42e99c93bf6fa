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
final class KeycloakDistribution {

    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--metrics-enabled=true");

    private final Path folder;
    private final Path cache;

    KeycloakDistribution(Binaries binaries) {
        this.folder = binaries.keycloak();
        this.cache = binaries.aotCache("keycloak").file();
    }

    Path libraries() {
        return folder.resolve("lib");
    }

    private boolean isBuilt() {
        try {
            return Files.exists(stamp()) && Files.readString(stamp()).equals(builtNow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds the server if that was not done yet; two launchers at once take turns. */
    void build(Path log) {
        if (isBuilt()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(".build-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isBuilt()) {
                runBuild(log);
                Files.writeString(stamp(), builtNow());
                // It was recorded from the byte code that has just been replaced.
                Files.deleteIfExists(cache);
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
        return libraries().resolve("quarkus/zenith-build");
    }

    /** The options, and the time of what the build writes: unpacked again, the distribution is not built any more. */
    private String builtNow() throws IOException {
        Path result = libraries().resolve("quarkus/quarkus-application.dat");
        return BUILD_OPTIONS + " " + Files.getLastModifiedTime(result).toMillis();
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
