package com.zenithcapital.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zenithcapital.local.binaries.Binaries;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPartTest {

    private static final Login CONTENT = Login.owningSchema("zenith", "content", "content-password");
    private static final Login ANALYTICS = Login.owningSchema("zenith", "analytics", "analytics-password");
    private static final Login KEYCLOAK = Login.owningDatabase("keycloak", "keycloak", "keycloak-password");

    private final int port = FreePorts.next();
    private PostgresPart postgres;

    @BeforeAll
    void makePart(@TempDir Path home) {
        postgres = new PostgresPart(
                Binaries.ofRepository(),
                new Installation(home),
                port,
                "superuser-password",
                List.of(CONTENT, ANALYTICS, KEYCLOAK));
    }

    @BeforeEach
    void startPart() {
        postgres.start();
    }

    @AfterAll
    void stopPart() {
        postgres.stop();
    }

    @Test
    void what_was_committed_is_there_after_kill_nine() throws SQLException {
        // Given
        run(CONTENT, "create table if not exists kept (word text)", "insert into kept values ('acknowledged')");

        // When
        postgres.kill();
        postgres.start();

        // Then
        assertThat(firstOf(CONTENT, "select word from kept")).isEqualTo("acknowledged");
    }

    @Test
    void a_service_role_works_in_its_own_schema_without_naming_it() throws SQLException {
        // When
        run(CONTENT, "create table if not exists mine (id int)");

        // Then
        assertThat(firstOf(CONTENT, "select schemaname from pg_tables where tablename = 'mine'"))
                .isEqualTo("content");
    }

    @Test
    void a_service_role_is_refused_in_another_service_s_schema() throws SQLException {
        // Given
        run(CONTENT, "create table if not exists secret (id int)");

        // When, Then
        assertThatThrownBy(() -> run(ANALYTICS, "select * from content.secret"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for schema content");
    }

    @Test
    void a_service_role_is_refused_in_the_database_of_the_identity_provider() {
        assertThatThrownBy(() -> connect("keycloak", CONTENT.role(), CONTENT.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> connect("zenith", CONTENT.role(), "another-password"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void nothing_acknowledged_rests_in_memory_only() throws SQLException {
        assertThat(firstOf(CONTENT, "show fsync") + firstOf(CONTENT, "show synchronous_commit"))
                .isEqualTo("onon");
    }

    @Test
    void a_stopped_part_is_neither_running_nor_healthy() {
        // When
        postgres.stop();

        // Then
        assertThat(postgres.isRunning()).isFalse();
        assertThat(postgres.isHealthy()).isFalse();
        assertThatThrownBy(postgres::pid).hasMessage("postgres is not running");
    }

    private void run(Login login, String... statements) throws SQLException {
        try (Connection connection = connect(login.database(), login.role(), login.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String firstOf(Login login, String query) throws SQLException {
        try (Connection connection = connect(login.database(), login.role(), login.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), user, password);
    }
}
