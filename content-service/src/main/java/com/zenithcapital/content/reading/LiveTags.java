package com.zenithcapital.content.reading;

import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tags of what an audience sees. */
@ApplicationScoped
class LiveTags {

    private final Database database;

    LiveTags(Database database) {
        this.database = database;
    }

    /**
     * @param tag as its newest insight writes it
     * @param insights how many have it
     */
    record TagCount(String tag, long insights) {}

    /**
     * The most used first. Counts in live_facet_public (or _clients) alone, then takes the first of each value's range
     * there for how it is written.
     */
    List<TagCount> tags(Audience audience) {
        return database.list(
                """
                select n.label, t.insights
                from (select value, count(*) as insights
                      from live_facet
                      where kind = 'tag' and %1$s is not null
                      group by value) t,
                lateral (select f.label
                         from live_facet f
                         where f.kind = 'tag' and f.value = t.value and f.%1$s is not null
                         order by f.%1$s desc, f.insight_id desc
                         limit 1) n
                order by t.insights desc, t.value
                """.formatted(audience.time()), row -> new TagCount(row.text("label"), row.number("insights")));
    }
}
