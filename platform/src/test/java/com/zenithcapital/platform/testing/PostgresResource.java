package com.zenithcapital.platform.testing;

import com.zenithcapital.local.binaries.Binaries;
import com.zenithcapital.local.part.FreePorts;
import com.zenithcapital.local.part.Login;
import com.zenithcapital.local.part.PostgresPart;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL, as production has it: the application's role owns a schema of its own name in an empty database and sees
 * nothing else. The argument {@code role} names it.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "a-password-for-tests";
    private static final String DEFAULT_ROLE = "service";

    private String role = DEFAULT_ROLE;

    @Override
    public void init(Map<String, String> arguments) {
        role = arguments.getOrDefault("role", DEFAULT_ROLE);
    }

    @Override
    public Map<String, String> start() {
        TestRun.note("postgres.role", role);
        // Each application gets a new database of the one cluster.
        String database =
                TestRun.recall("postgres.database").map(name -> name + "_next").orElse("zenith");
        TestRun.note("postgres.database", database);
        PostgresPart part = part();
        // A restart makes the database of the new login; no application is connected now.
        part.restart();
        return Map.of(
                "quarkus.datasource.jdbc.url", part.jdbcUrl(database),
                "quarkus.datasource.username", role,
                "quarkus.datasource.password", PASSWORD);
    }

    @Override
    public void stop() {
        // The cluster stays for the next application of this test run.
    }

    /** The server, to be killed and started again. */
    public static PostgresPart part() {
        int port = Integer.parseInt(TestRun.remember("postgres.port", () -> Integer.toString(FreePorts.next())));
        String role = TestRun.recall("postgres.role").orElse(DEFAULT_ROLE);
        String database = TestRun.recall("postgres.database").orElse("zenith");
        return new PostgresPart(
                Binaries.ofRepository(),
                TestRun.installation(),
                port,
                PASSWORD,
                List.of(Login.owningSchema(database, role, PASSWORD)));
    }
}
