package com.zenithcapital.content.testing;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the service keeps: rows, to be looked at behind its back. */
@ApplicationScoped
public class Kept {

    private final Database database;

    Kept(Database database) {
        this.database = database;
    }

    /** The number a query answers as {@code count}. */
    public long count(String sql, @Nullable Object... arguments) {
        return database.first(sql, row -> row.number("count"), arguments).orElseThrow();
    }

    /** The text a query answers as {@code text}, if it finds a row. */
    public Optional<String> text(String sql, @Nullable Object... arguments) {
        return database.first(sql, row -> row.text("text"), arguments);
    }

    /** The texts a query answers as {@code text}. */
    public List<String> texts(String sql, @Nullable Object... arguments) {
        return database.list(sql, row -> row.text("text"), arguments);
    }

    /** The types of the facts about an insight, in their order. */
    public List<String> facts(String insight) {
        return texts("select type as text from outbox where key = ? order by position", insight);
    }

    /** The newest fact about an insight. */
    public String newestFact(String insight) {
        return text("select payload as text from outbox where key = ? order by position desc limit 1", insight)
                .orElseThrow();
    }

    /** What the audit trail says about an insight, in its order. */
    public List<String> audit(String insight) {
        return texts("select action as text from audit where insight_id = ?::uuid order by id", insight);
    }

    /** Changes rows behind the service's back. */
    public int change(String sql, @Nullable Object... arguments) {
        return database.update(sql, arguments);
    }
}
