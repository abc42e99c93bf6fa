package com.zenithcapital.content.testing;

import com.zenithcapital.content.cache.Forgetting;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** All that readers see, at once. */
public final class LiveRows {

    private LiveRows() {}

    /** Leaves nothing to read. */
    public static void clear(DataSource database) {
        run(database, "truncate live, live_facet, word, slug, once_live, insight cascade");
        awaitForgotten();
    }

    public static void run(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A test that reads what it has just written shall not meet what the cache may still give for a moment. */
    static void awaitForgotten() {
        CDI.current().select(Forgetting.class).get().awaitForgotten();
    }
}
