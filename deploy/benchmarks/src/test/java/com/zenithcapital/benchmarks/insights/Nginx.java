package com.zenithcapital.benchmarks.insights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** A file answered by nginx (Debian's package): what this machine can do at most. */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/sbin/nginx"));
    }

    /** One worker for each processor, no log, the file at {@code /page.json}. */
    static Nginx serving(Path directory, byte[] page, int port) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.write(directory.resolve("page.json"), page);
            Path configuration = directory.resolve("nginx.conf");
            Files.writeString(configuration, """
                    worker_processes 2;
                    daemon off;
                    user root;
                    pid %1$s/nginx.pid;
                    error_log %1$s/error.txt;
                    events { worker_connections 1024; }
                    http {
                      access_log off;
                      types { application/json json; }
                      keepalive_requests 1000000;
                      sendfile on;
                      tcp_nopush on;
                      open_file_cache max=10;
                      server { listen 127.0.0.1:%2$d; root %1$s; etag on; }
                    }
                    """.formatted(directory, port));
            Process process = new ProcessBuilder(
                            "/usr/sbin/nginx", "-c", configuration.toString(), "-p", directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output.txt").toFile())
                    .start();
            TimeUnit.SECONDS.sleep(1);
            if (!process.isAlive()) {
                throw new IllegalStateException("nginx ended: " + Files.readString(directory.resolve("output.txt")));
            }
            return new Nginx(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
