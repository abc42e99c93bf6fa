package com.zenithcapital.local.binaries;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The programs of the parts as Maven laid them into {@code deploy/local/target/parts}, one folder per program and
 * version, so that a new version never mixes with what an old one left.
 */
public final class Binaries {

    private static final List<String> JVM_PROGRAMS = List.of("kafka", "keycloak", "s3proxy", "greenmail");

    private final Path root;
    private final Properties versions;
    private final boolean recording;

    private Binaries(Path root, Properties versions, boolean recording) {
        this.root = root;
        this.versions = versions;
        this.recording = recording;
    }

    /** The binaries of the tree that {@link Repository#root()} finds. */
    public static Binaries ofRepository() {
        return at(Repository.root().resolve("deploy/local/target/parts"));
    }

    public static Binaries at(Path root) {
        Properties versions = new Properties();
        try (InputStream in = Binaries.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is missing beside " + Binaries.class.getName());
            }
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binaries(root, versions, false);
    }

    /** The same binaries, for a run that writes the AOT caches of the programs it starts. */
    public Binaries recording() {
        return new Binaries(root, versions, true);
    }

    public Path root() {
        return root;
    }

    public Path postgres() {
        return folder("postgres");
    }

    public Path keycloak() {
        return folder("keycloak");
    }

    public List<Path> kafkaClassPath() {
        return jarsIn(folder("kafka"));
    }

    public List<Path> s3proxyClassPath() {
        return jarsIn(folder("s3proxy"));
    }

    public List<Path> greenmailClassPath() {
        return jarsIn(folder("greenmail"));
    }

    /** The AOT cache of a program that is a JVM, whether it was recorded yet or not. */
    public AotCache aotCache(String program) {
        // Another JDK build could not use it: under another name it is recorded anew.
        return new AotCache(root.resolve(named(program) + "-java-" + Runtime.version() + ".aot"), recording);
    }

    public boolean hasAllAotCaches() {
        return JVM_PROGRAMS.stream()
                .allMatch(program -> Files.exists(aotCache(program).file()));
    }

    private Path folder(String program) {
        Path folder = root.resolve(named(program));
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("The program of a part is missing: " + folder
                    + ". Maven lays it there: mvn -pl deploy/local -am package -DskipTests");
        }
        return folder;
    }

    private String named(String program) {
        return program + "-" + versions.getProperty(program);
    }

    /** In a fixed order: an AOT cache is void when the class path's order changes. */
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
