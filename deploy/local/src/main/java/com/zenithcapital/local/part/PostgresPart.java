package com.zenithcapital.local.part;

import com.zenithcapital.local.binaries.Binaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * PostgreSQL on TCP only, with passwords (scram), fsync on: what it has acknowledged survives {@code kill -9}. It is
 * initialised at its first start; the logins it is given are made, or brought up to date, at each start.
 */
public final class PostgresPart implements Part {

    public static final String NAME = "postgres";
    public static final String SUPERUSER = "postgres";

    private static final Duration INITIALISATION = Duration.ofMinutes(1);
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=120",
            "shared_buffers=96MB",
            "max_wal_size=512MB",
            "log_timezone=UTC",
            "timezone=UTC");

    private final Path programs;
    private final Path data;
    private final PartPort port;
    private final String superuserPassword;
    private final List<Login> logins;
    private final PartProcess process;

    public PostgresPart(
            Binaries binaries, Installation installation, int port, String superuserPassword, List<Login> logins) {
        this.programs = binaries.postgres().resolve("bin");
        this.data = installation.data(NAME);
        this.port = new PartPort("SQL", port);
        this.superuserPassword = superuserPassword;
        this.logins = List.copyOf(logins);
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
        return "postgresql://" + port.address();
    }

    @Override
    public Optional<String> managementUrl() {
        return Optional.empty();
    }

    @Override
    public Path log() {
        return process.log();
    }

    /** For a login, or {@code postgres} as the superuser's. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + port.address() + "/" + database;
    }

    @Override
    public void start() {
        if (isRunning()) {
            return;
        }
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        List<String> command = new ArrayList<>(
                List.of(program("postgres"), "-D", data.toString(), "-p", Integer.toString(port.number())));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        process.spawn(notAsRoot(command), data, Map.of());
        process.awaitReady(READY, this::isHealthy);
        try {
            new DatabaseSetup(this::connect).apply(logins);
        } catch (SQLException e) {
            throw new PartFailure(NAME, "postgres runs, but its roles could not be made: " + e.getMessage(), e);
        }
    }

    /** "Fast": sessions are cut, the checkpoint is written. The default (TERM) would wait for sessions to go. */
    @Override
    public void stop() {
        process.stop("INT", STOP);
    }

    @Override
    public void kill() {
        // The sessions' processes notice a dead postmaster by themselves, and no new one starts before they are gone.
        List<ProcessHandle> sessions = process.descendants();
        process.kill();
        sessions.forEach(session -> process.hasEndedWithin(STOP, session));
    }

    @Override
    public boolean isHealthy() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false; // not there, or not yet
        }
    }

    @Override
    public OptionalLong pidIfRunning() {
        return process.pid();
    }

    private Connection connect(String database) throws SQLException {
        // Short time-outs: this asks a server on the same machine, and a proxy of a test may swallow the answer.
        String url = jdbcUrl(database) + "?connectTimeout=3&loginTimeout=5&socketTimeout=30&sslmode=disable";
        return DriverManager.getConnection(url, SUPERUSER, superuserPassword);
    }

    private void initialise() {
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        Path passwordFile = unfinished.resolveSibling("postgres.password");
        try {
            Trees.delete(unfinished);
            Files.createDirectories(unfinished);
            Trees.delete(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, superuserPassword);
            process.runToEnd(
                    "initdb",
                    notAsRoot(List.of(
                            program("initdb"),
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // The same order of texts on every machine, whatever locales it has.
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--data-checksums")),
                    unfinished,
                    Map.of(),
                    INITIALISATION);
            Files.delete(passwordFile);
            // Moved when complete: a launcher killed in the middle leaves nothing that looks like a database.
            Trees.delete(data);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    /** PostgreSQL refuses to be root; in a user namespace without a mapping it is nobody, and owns its files still. */
    private static List<String> notAsRoot(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of("unshare", "--user"));
        words.addAll(command);
        return words;
    }
}
