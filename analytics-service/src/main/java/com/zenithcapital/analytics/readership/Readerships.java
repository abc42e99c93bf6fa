package com.zenithcapital.analytics.readership;

import static com.zenithcapital.platform.input.QueryParameters.refused;

import com.zenithcapital.analytics.question.Period;
import com.zenithcapital.analytics.question.Words;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import com.zenithcapital.platform.input.QueryParameters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The readership of signed-in clients. */
@ApplicationScoped
public class Readerships {

    private static final Logger LOG = Logger.getLogger(Readerships.class);

    private static final Set<String> KNOWN =
            Words.of(Period.WORDS_OF_DAYS, List.of("reader", "kind", "slug"), List.of("limit", "cursor"));
    private static final List<String> KINDS = List.of("insight", "model");
    private static final String LIST = "analytics-readership";

    private final Database database;
    private final Clock clock;
    private final Counter erased;

    Readerships(Database database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.erased = Counter.builder("zenith.analytics.readership.erased")
                .description("Clients whose readership was erased on demand")
                .register(metrics);
    }

    /**
     * The newest day first. By readership's primary key of one reader, by readership_of_object of one object, else by
     * readership_day.
     */
    public Page<Reading> answer(QueryParameters parameters) {
        parameters.only(KNOWN);
        Period period = Period.ofDays(parameters, clock.instant());
        Limit limit = Limit.parse(parameters.raw("limit"));
        List<String> conditions = new ArrayList<>(List.of("r.day >= ?", "r.day < ?"));
        List<@Nullable Object> arguments = new ArrayList<>(List.of(period.firstDay(), period.endDay()));
        parameters.text("reader", 255).ifPresent(reader -> {
            conditions.add("r.reader = ?");
            arguments.add(reader);
        });
        Optional<String> kind = parameters.word("kind", KINDS);
        Optional<String> slug = parameters.text("slug", 200);
        if (kind.isPresent() != slug.isPresent()) {
            throw refused(
                    kind.isPresent() ? "slug" : "kind", "kind and slug are given together: they name one object.");
        }
        kind.ifPresent(what -> {
            conditions.add("r.kind = ?");
            conditions.add("r.slug = ?");
            arguments.add(what);
            arguments.add(slug.orElseThrow());
        });
        Cursor.decode(LIST, parameters.raw("cursor")).ifPresent(last -> {
            conditions.add("(r.day, r.reader, r.kind, r.slug) < (?, ?, ?, ?)");
            arguments.addAll(List.of(day(last), last.text(1), last.text(2), last.text(3)));
        });
        arguments.add(limit.plusOne());
        List<Reading> found = database.list(
                """
                select r.reader, c.name, r.day, r.kind, r.slug, r.views, r.downloads
                from readership r
                join reader c on c.id = r.reader
                where %s
                order by r.day desc, r.reader desc, r.kind desc, r.slug desc
                limit ?
                """.formatted(String.join(" and ", conditions)), Readerships::reading, arguments.toArray());
        return Page.of(
                found, limit, last -> Cursor.of(LIST, last.day(), last.reader().id(), last.kind(), last.slug()));
    }

    /**
     * Forgets what a client read and downloaded, and the weeks in which it came; what was counted of visitors names nobody and
     * stays. Whether there was any is not told.
     */
    public void erase(String reader) {
        int readers = database.update("delete from reader where id = ?", reader);
        if (readers > 0) {
            erased.increment();
        }
        // Without the id: a log outlives what it would tell of.
        LOG.infof("readership erased readers=%d", readers);
    }

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.text(0));
        } catch (DateTimeException e) {
            throw refused("cursor", "The cursor is not one of this list.").causedBy(e);
        }
    }

    private static Reading reading(Row row) throws SQLException {
        return new Reading(
                new Reading.Reader(row.text("reader"), row.text("name")),
                LocalDate.parse(row.text("day")),
                row.text("kind"),
                row.text("slug"),
                row.number("views"),
                row.number("downloads"));
    }
}
