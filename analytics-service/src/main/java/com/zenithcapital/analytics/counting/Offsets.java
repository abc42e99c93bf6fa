package com.zenithcapital.analytics.counting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where each partition goes on, as it stood when it was loaded and as this instance moved it since. Moving it names the
 * old value: an instance that lost a partition unawares changes no row, and so commits nothing.
 */
final class Offsets {

    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** Loads them, a row for each; a partition that nobody has read begins at its beginning. */
    static Offsets load(Connection connection, Collection<TopicPartition> partitions) throws SQLException {
        seed(connection, partitions);
        Offsets offsets = new Offsets();
        String query = "select topic, partition, next from consumer_offset";
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                TopicPartition partition = new TopicPartition(rows.getString(1), rows.getInt(2));
                if (partitions.contains(partition)) {
                    offsets.next.put(partition, rows.getLong(3));
                }
            }
        }
        return offsets;
    }

    private static void seed(Connection connection, Collection<TopicPartition> partitions) throws SQLException {
        String insert = "insert into consumer_offset (topic, partition, next) values (?, ?, 0) on conflict do nothing";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (TopicPartition partition : ordered(partitions)) {
                statement.setString(1, partition.topic());
                statement.setInt(2, partition.partition());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** @throws FencedException when it was not loaded: the partition is not this instance's */
    long of(TopicPartition partition) throws FencedException {
        @Nullable Long offset = next.get(partition);
        if (offset == null) {
            throw new FencedException("No offset was loaded of " + partition);
        }
        return offset;
    }

    /**
     * Moves them on, in the batch's transaction. After its commit they are to be {@link #moved}.
     *
     * @throws FencedException when one is not where it was left
     */
    void move(Connection connection, Map<TopicPartition, Long> to) throws SQLException, FencedException {
        // The primary key serves it.
        String update = "update consumer_offset set next = ? where topic = ? and partition = ? and next = ?";
        List<TopicPartition> partitions = ordered(to.keySet());
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            for (TopicPartition partition : partitions) {
                statement.setLong(1, to.getOrDefault(partition, 0L));
                statement.setString(2, partition.topic());
                statement.setInt(3, partition.partition());
                statement.setLong(4, of(partition));
                statement.addBatch();
            }
            int[] changed = statement.executeBatch();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] != 1) {
                    throw new FencedException(
                            "%s is not at %d any more".formatted(partitions.get(i), of(partitions.get(i))));
                }
            }
        }
    }

    void moved(Map<TopicPartition, Long> to) {
        next.putAll(to);
    }

    private static List<TopicPartition> ordered(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                .toList();
    }
}
