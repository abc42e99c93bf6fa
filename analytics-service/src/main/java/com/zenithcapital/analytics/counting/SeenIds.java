package com.zenithcapital.analytics.counting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Which ids were ever taken, of events and of facts alike. */
final class SeenIds {

    private final Map<UUID, Instant> asked = new TreeMap<>();

    void ask(UUID id, Instant receivedAt) {
        asked.putIfAbsent(id, receivedAt);
    }

    /**
     * Notes them and returns those that are new, each once: whoever removes one from the set has its first occurrence.
     * They are noted in their order, so that of two instances none waits for one that waits for it.
     */
    Set<UUID> note(Connection connection) throws SQLException {
        if (asked.isEmpty()) {
            return new HashSet<>();
        }
        // The primary key serves it.
        String insert = """
                insert into event_seen (id, day)
                select id, date '1970-01-01' + day from unnest(?::uuid[], ?::integer[]) as k (id, day)
                on conflict do nothing
                returning id
                """;
        String[] ids = new String[asked.size()];
        int[] days = new int[asked.size()];
        int i = 0;
        for (Map.Entry<UUID, Instant> entry : asked.entrySet()) {
            ids[i] = entry.getKey().toString();
            days[i] = (int)
                    entry.getValue().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
            i++;
        }
        PGConnection driver = connection.unwrap(PGConnection.class);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setArray(1, driver.createArrayOf("text", ids));
            statement.setArray(2, driver.createArrayOf("int4", days));
            Set<UUID> fresh = HashSet.newHashSet(ids.length);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
            return fresh;
        }
    }
}
