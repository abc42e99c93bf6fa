package com.zenithcapital.content.reading;

import com.zenithcapital.content.search.SearchText;
import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Understands what readers type: words, {@code "phrases"}, {@code or}, {@code -not}, in English and as they stand; a
 * word that no text has stands for the three most like it.
 */
@ApplicationScoped
class Questions {

    /** A question of more unknown words than this is no slip of the finger. */
    private static final int MOST_CORRECTED = 6;

    /** Two letters are like too much. */
    private static final int SHORTEST = 3;

    private static final Pattern EXCLUDED = Pattern.compile("(?:^|\\s)-\\s*\"?([\\p{L}\\p{N}]+)");
    private static final Pattern FOLLOWED_BY = Pattern.compile("<(-|[0-9]+)>");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

    /** One language's reading of a word or question. */
    private static final String READ = "(websearch_to_tsquery('english', ?) || websearch_to_tsquery('simple', ?))";

    private final Database database;

    Questions(Database database) {
        this.database = database;
    }

    /** @param normalised by {@link SearchText#normalise} */
    Question understand(Audience audience, String normalised) {
        Map<String, List<String>> corrected = corrections(audience, normalised);
        Sql sql = new Sql();
        sql.add("select clock_timestamp() as asked, (");
        corrected.forEach((written, meant) -> sql.add("ts_rewrite(ts_rewrite("));
        sql.add(READ, normalised, normalised);
        corrected.forEach((written, meant) -> {
            replace(sql, "english", written, meant);
            replace(sql, "simple", written, meant);
        });
        sql.add(")::text as query");
        return database.first(
                        sql.text(),
                        row -> new Question(
                                row.instant("asked"), row.text("query"), words(row.text("query")), corrected),
                        sql.values())
                .orElseThrow(() -> new IllegalStateException("A row without a table is one row"));
    }

    /** No lexeme has these characters in it. */
    private static String words(String query) {
        return FOLLOWED_BY.matcher(query).replaceAll("&");
    }

    private static void replace(Sql sql, String language, String written, List<String> meant) {
        sql.add(", plainto_tsquery('%s', ?), ".formatted(language), written);
        sql.add(String.join(" || ", meant.stream().map(word -> READ).toList()));
        meant.forEach(word -> sql.add("", word, word));
        sql.add(")");
    }

    /**
     * A word is known if it stands in a text that the audience may read, by word's primary key, or another form of it does,
     * by live_vector. Those like it are found by the trigrams' index word_similar, and taken if such a text has them. What
     * clients alone may read decides nothing for visitors: a correction that is not made would tell of it.
     */
    private Map<String, List<String>> corrections(Audience audience, String normalised) {
        List<String> excluded = EXCLUDED.matcher(normalised)
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> words = SearchText.words(normalised).stream()
                .filter(word -> word.length() >= SHORTEST)
                .filter(Predicate.not(excluded::contains))
                .filter(NUMBER.asMatchPredicate().negate())
                .toList();
        Map<String, List<String>> corrected = new LinkedHashMap<>();
        if (words.isEmpty()) {
            return corrected;
        }
        database.list(
                """
                select q.written, array(select m.word
                                        from (select w.word, similarity(w.word, q.written) as likeness
                                              from word w
                                              where w.word %% q.written and (w.is_public or %3$s)
                                              order by likeness desc, w.word
                                              limit 3) m
                                        where exists (select 1
                                                      from live l
                                                      where l.vector @@ (plainto_tsquery('english', m.word)
                                                                         || plainto_tsquery('simple', m.word))
                                                        and l.%1$s is not null)
                                        order by m.likeness desc, m.word) as meant
                from (select written, place
                      from unnest(?) with ordinality as u (written, place)
                      where not exists (select 1 from word k where k.word = u.written and (k.is_public or %3$s))
                        and numnode(plainto_tsquery('english', u.written)) > 0
                        and not exists (select 1
                                        from live l
                                        where l.vector @@ plainto_tsquery('english', u.written) and l.%1$s is not null)
                      order by place
                      limit %2$d) q
                order by q.place
                """.formatted(audience.time(), MOST_CORRECTED, audience == Audience.CLIENTS),
                row -> {
                    if (!row.texts("meant").isEmpty()) {
                        corrected.put(row.text("written"), row.texts("meant"));
                    }
                    return row;
                },
                words);
        return corrected;
    }
}
