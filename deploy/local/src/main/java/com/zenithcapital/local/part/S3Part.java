package com.zenithcapital.local.part;

import com.zenithcapital.local.binaries.AotCache;
import com.zenithcapital.local.binaries.Binaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** S3 over a folder (s3proxy): version 4 signatures are checked, buckets are addressed by path. */
public final class S3Part implements Part {

    public static final String NAME = "s3";

    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final int FORBIDDEN = 403;

    private static final String LOGGING = """
            <configuration>
              <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                <encoder>
                  <pattern>%date{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{20} - %message%n</pattern>
                </encoder>
              </appender>
              <root level="info">
                <appender-ref ref="console"/>
              </root>
            </configuration>
            """;

    private final Binaries binaries;
    private final AotCache cache;
    private final Path data;
    private final Path configuration;
    private final Path logging;
    private final PartPort port;
    private final S3Key key;
    private final List<String> buckets;
    private final PartProcess process;

    /** @param buckets exist when the part is ready */
    public S3Part(Binaries binaries, Installation installation, int port, S3Key key, List<String> buckets) {
        this.binaries = binaries;
        this.cache = binaries.aotCache("s3proxy");
        this.data = installation.data(NAME);
        this.configuration = installation.run().resolve("s3proxy.properties");
        this.logging = installation.run().resolve("s3proxy-logback.xml");
        this.port = new PartPort("S3", port);
        this.key = key;
        this.buckets = List.copyOf(buckets);
        this.process = new PartProcess(NAME, installation);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<PartPort> ports() {
        return List.of(port);
    }

    @Override
    public String url() {
        return port.http();
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
        try {
            // A bucket is a folder under the data folder.
            for (String bucket : buckets) {
                Files.createDirectories(data.resolve(bucket));
            }
            writeConfiguration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.spawn(
                JavaCommand.withHeap("192m")
                        .cache(cache)
                        .property("logback.configurationFile", logging)
                        .mainClass(
                                binaries.s3proxyClassPath(),
                                "org.gaul.s3proxy.Main",
                                "--properties",
                                configuration.toString()),
                data,
                Map.of());
        process.awaitReady(READY, this::isHealthy);
    }

    @Override
    public void stop() {
        process.stop("TERM", cache.endsWithin(STOP));
    }

    @Override
    public void kill() {
        process.kill();
    }

    /** A request without a signature is refused: that shows a server at work, and one that checks. */
    @Override
    public boolean isHealthy() {
        return HttpProbe.answers(url() + "/", status -> status == FORBIDDEN);
    }

    @Override
    public OptionalLong pidIfRunning() {
        return process.pid();
    }

    private void writeConfiguration() throws IOException {
        String text = """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(url(), key.id(), key.secret(), data);
        Files.createDirectories(configuration.toAbsolutePath().getParent());
        Files.deleteIfExists(configuration);
        Files.createFile(
                configuration, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(configuration, text);
        // Without one, logback writes every debugging line of Jetty.
        Files.writeString(logging, LOGGING);
    }
}
