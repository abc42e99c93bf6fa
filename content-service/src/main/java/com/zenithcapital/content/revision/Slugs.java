package com.zenithcapital.content.revision;

import static com.zenithcapital.content.insight.InsightProblem.SLUG_TAKEN;
import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.problem.ProblemException;
import com.zenithcapital.platform.slug.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Iterator;

/** Which insight has which address. One that readers have known is never given to another insight. */
@ApplicationScoped
public class Slugs {

    /** A title that a thousand insights have is a script gone wrong. */
    private static final int CANDIDATES = 1_000;

    private final Database database;

    Slugs(Database database) {
        this.database = database;
    }

    /** Takes the address asked for. The insight's row is there already, and locked. */
    @Transactional(MANDATORY)
    void take(String slug, InsightId insight) {
        if (!taken(slug, insight)) {
            throw refused(slug);
        }
    }

    /** Gives up what the insight had and readers never saw, but for the one it has now. By slug_of_insight. */
    @Transactional(MANDATORY)
    void release(InsightId insight, String current) {
        database.update(
                "delete from slug where insight_id = ? and slug <> ? and not was_public", insight.value(), current);
    }

    /** The first address free that is made of the title. */
    public String free(String title) {
        Iterator<String> candidates =
                Slug.candidates(title, "insight").limit(CANDIDATES).iterator();
        while (candidates.hasNext()) {
            String slug = candidates.next();
            if (database.first("select 1 as n from slug where slug = ?", row -> row.integer("n"), slug)
                    .isEmpty()) {
                return slug;
            }
        }
        throw SLUG_TAKEN.at("/slug", "Too many insights have this title: give a slug.");
    }

    /** Whether it is this insight's now. Who asks at the same time waits for the other's end. By the primary key. */
    private boolean taken(String slug, InsightId insight) {
        database.update(
                "insert into slug (slug, insight_id) values (?, ?) on conflict do nothing", slug, insight.value());
        return database.first(
                        "select insight_id from slug where slug = ?",
                        row -> new InsightId(row.uuid("insight_id")),
                        slug)
                .filter(insight::equals)
                .isPresent();
    }

    public static ProblemException refused(String slug) {
        return SLUG_TAKEN.at("/slug", "Another insight has, or had, the slug %s.".formatted(slug));
    }
}
