package com.zenithcapital.local.part;

import com.zenithcapital.local.binaries.AotCache;
import com.zenithcapital.local.binaries.Binaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keycloak on a database of its own, with the realm {@code zenith} imported at its first start. A realm that is there is
 * left as it is: changes of the file arrive with {@code up --fresh}.
 */
public final class KeycloakPart implements Part {

    public static final String NAME = "keycloak";
    public static final String REALM = "zenith";

    private static final Duration READY = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(20);

    /** As in Keycloak's own start script; JBoss Threads and Infinispan need them. */
    private static final List<String> ACCESS = List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Binaries binaries;
    private final AotCache cache;
    private final Path home;
    private final PartPort port;
    private final PartPort management;
    private final String databaseUrl;
    private final Login database;
    private final Path realm;
    private final String gateway;
    private final KeycloakSecrets secrets;
    private final PartProcess process;

    /**
     * @param databaseUrl JDBC address of the database of this login
     * @param realm the file to import
     * @param gateway where it is told of sessions that end here
     */
    public KeycloakPart(
            Binaries binaries,
            Installation installation,
            int port,
            int managementPort,
            String databaseUrl,
            Login database,
            Path realm,
            String gateway,
            KeycloakSecrets secrets) {
        this.binaries = binaries;
        this.cache = binaries.aotCache("keycloak");
        this.home = installation.data(NAME);
        this.port = new PartPort("Keycloak", port);
        this.management = new PartPort("Keycloak management", managementPort);
        this.databaseUrl = databaseUrl;
        this.database = database;
        this.realm = realm;
        this.gateway = gateway;
        this.secrets = secrets;
        this.process = new PartProcess(NAME, installation);
    }

    @Override
    public String name() {
        return NAME;
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

    /** The issuer of the realm's tokens. */
    public String issuer() {
        return url() + "/realms/" + REALM;
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
        KeycloakDistribution distribution = new KeycloakDistribution(binaries);
        distribution.build(log());
        layOutHome(distribution);
        process.spawn(command(distribution), home, environment());
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

    @Override
    public boolean isHealthy() {
        return HttpProbe.answersOk(management.http() + "/health/ready");
    }

    @Override
    public OptionalLong pidIfRunning() {
        return process.pid();
    }

    /** A Keycloak home for each installation, over the one distribution: Keycloak writes into its home. */
    private void layOutHome(KeycloakDistribution distribution) {
        try {
            Path imports = home.resolve("data/import");
            Files.createDirectories(imports);
            Files.createDirectories(home.resolve("conf"));
            Files.createDirectories(home.resolve("providers"));
            Files.copy(realm, imports.resolve("zenith-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            Path libraries = home.resolve("lib");
            if (Files.exists(libraries, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(libraries);
            }
            Files.createSymbolicLink(libraries, distribution.libraries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(KeycloakDistribution distribution) {
        JavaCommand java = JavaCommand.withHeap("320m").cache(cache);
        ACCESS.forEach(java::option);
        return java.property("user.language", "en")
                .property("kc.home.dir", home)
                .property("jboss.server.config.dir", home.resolve("conf"))
                .property("java.util.logging.manager", "org.jboss.logmanager.LogManager")
                .property(
                        "java.util.concurrent.ForkJoinPool.common.threadFactory",
                        "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory")
                .property("picocli.disable.closures", true)
                .mainClass(
                        distribution.classPath(),
                        "org.keycloak.quarkus.runtime.KeycloakMain",
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port.number(),
                        "--http-management-host=127.0.0.1",
                        "--http-management-port=" + management.number(),
                        // The issuer in every token, whatever name a request came by.
                        "--hostname=" + url(),
                        "--cache=local",
                        // Each question before it is ready would be a line.
                        "--log-level=INFO,io.smallrye.health:WARN");
    }

    /** What is secret goes here and not on the command line, which every user of the machine can read. */
    private Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL",
                databaseUrl,
                "KC_DB_USERNAME",
                database.role(),
                "KC_DB_PASSWORD",
                database.password(),
                "KC_DB_POOL_INITIAL_SIZE",
                "1",
                "KC_DB_POOL_MAX_SIZE",
                "10",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.administrator(),
                "ZENITH_GATEWAY_URL",
                gateway,
                "ZENITH_GATEWAY_CLIENT_SECRET",
                secrets.gatewayClient());
    }
}
