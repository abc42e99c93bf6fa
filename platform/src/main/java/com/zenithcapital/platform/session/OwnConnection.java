package com.zenithcapital.platform.session;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections for those that live by a session of PostgreSQL's: its locks, its notifications. They have the data
 * source's address and credentials but are not of its pool, where each would be one connection less for requests, and a
 * leak by the pool's reckoning.
 */
@Singleton
public class OwnConnection {

    private static final Duration SHORT = Duration.ofSeconds(30);

    private final AgroalDataSource dataSource;

    OwnConnection(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Opens one for short statements; the caller closes it.
     *
     * @param name what it is called among the database's sessions
     */
    public Connection open(String name) throws SQLException {
        return open(name, SHORT);
    }

    /**
     * Opens one; the caller closes it.
     *
     * @param name what it is called among the database's sessions
     * @param silence how long the server may be silent before it is taken for gone: longer than its longest statement
     */
    public Connection open(String name, Duration silence) throws SQLException {
        AgroalConnectionFactoryConfiguration configured =
                dataSource.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(configured.jdbcProperties());
        @Nullable Principal principal = configured.principal();
        if (principal instanceof NamePrincipal user) {
            properties.setProperty("user", user.getName());
        }
        for (Object credential : configured.credentials()) {
            if (credential instanceof SimplePassword password) {
                properties.setProperty("password", password.getWord());
            }
        }
        properties.setProperty("ApplicationName", name);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", Long.toString(silence.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(configured.jdbcUrl(), properties);
    }
}
