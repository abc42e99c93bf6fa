package com.zenithcapital.analytics.deadletter;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which dead letters were sent again. */
@ApplicationScoped
class ReplayedLetters {

    private final Database database;

    ReplayedLetters(Database database) {
        this.database = database;
    }

    /** By the primary key. */
    Map<LetterPlace, Instant> of(List<String> topics) {
        Map<LetterPlace, Instant> replayed = new HashMap<>();
        database.list(
                """
                        select topic, partition, "offset", replayed_at from replayed_letter where topic = any (?)
                        """,
                row -> replayed.put(
                        new LetterPlace(row.text("topic"), row.integer("partition"), row.number("offset")),
                        row.instant("replayed_at")),
                topics);
        return replayed;
    }

    /** Whether this is its first time; a second one at once waits for what becomes of the first. By the primary key. */
    boolean note(LetterPlace place, UserId by) {
        return database.update("""
                        insert into replayed_letter (topic, partition, "offset", replayed_by) values (?, ?, ?, ?)
                        on conflict do nothing
                        """, place.topic(), place.partition(), place.offset(), by.value()) == 1;
    }
}
