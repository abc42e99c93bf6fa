package com.zenithcapital.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Opens the relay's own connection, with the data source's address and credentials but not from its pool: the relay
 * holds it as long as it lives, for the lock and the notifications are the session's. In the pool it would be one
 * connection less for requests, and a leak by the pool's reckoning.
 */
@Singleton
class RelayConnection {

    private final AgroalDataSource dataSource;

    RelayConnection(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    Connection open() throws SQLException {
        AgroalConnectionFactoryConfiguration configured =
                dataSource.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        Properties properties = new Properties();
        properties.putAll(configured.jdbcProperties());
        @Nullable Principal principal = configured.principal();
        if (principal instanceof NamePrincipal name) {
            properties.setProperty("user", name.getName());
        }
        for (Object credential : configured.credentials()) {
            if (credential instanceof SimplePassword password) {
                properties.setProperty("password", password.getWord());
            }
        }
        properties.setProperty("ApplicationName", "outbox-relay");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(configured.jdbcUrl(), properties);
    }
}
