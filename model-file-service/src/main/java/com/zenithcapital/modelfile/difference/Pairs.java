package com.zenithcapital.modelfile.difference;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.modelfile.version.Absence;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.VersionId;
import com.zenithcapital.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which two versions a request speaks of, if its caller may see both. */
@ApplicationScoped
class Pairs {

    private static final String PUBLISHED = """
            select v.id
            from model m
            join version v on v.model_id = m.id
            where m.slug = ? and v.published_at is not null and v.withdrawn_at is null
            """;

    private static final String ACCEPTED = """
            select v.id
            from version v
            where v.model_id = ? and v.state = 'ACCEPTED'
            """;

    private final Database database;
    private final Absence absence;

    Pairs(Database database, Absence absence) {
        this.database = database;
        this.absence = absence;
    }

    /**
     * Of what a client sees. By the unique index on the slug, then version_by_publication.
     *
     * @param from the earlier one's number as it came; the public one before it where none came
     */
    Pair published(String slug, int number, @Nullable String from) {
        VersionId to = one(PUBLISHED, slug, number).orElseThrow(() -> absence.ofVersion(slug, number));
        if (from == null) {
            return new Pair(
                    before(PUBLISHED, slug, number)
                            .orElseThrow(() -> NOT_FOUND.because(
                                    "Version %d is the first public one: there is nothing to compare it with."
                                            .formatted(number))),
                    to);
        }
        int earlier = number(from, number);
        return new Pair(one(PUBLISHED, slug, earlier).orElseThrow(() -> absence.ofVersion(slug, earlier)), to);
    }

    /** Of what analysts and editors see. By the unique index on (model_id, number). */
    Pair accepted(ModelId model, int number, @Nullable String from) {
        VersionId to = one(ACCEPTED, model.value(), number)
                .orElseThrow(() -> NOT_FOUND.because("There is no accepted version %d.".formatted(number)));
        if (from == null) {
            return new Pair(
                    before(ACCEPTED, model.value(), number)
                            .orElseThrow(() -> NOT_FOUND.because(
                                    "Version %d is the first accepted one: there is nothing to compare it with."
                                            .formatted(number))),
                    to);
        }
        int earlier = number(from, number);
        return new Pair(
                one(ACCEPTED, model.value(), earlier)
                        .orElseThrow(() -> NOT_FOUND.because("There is no accepted version %d.".formatted(earlier))),
                to);
    }

    private Optional<VersionId> one(String versions, Object model, int number) {
        return database.first(versions + "and v.number = ?", row -> new VersionId(row.uuid("id")), model, number);
    }

    private Optional<VersionId> before(String versions, Object model, int number) {
        return database.first(
                versions + "and v.number < ? order by v.number desc limit 1",
                row -> new VersionId(row.uuid("id")),
                model,
                number);
    }

    private static int number(String from, int to) {
        if (!from.matches("[0-9]{1,9}") || Integer.parseInt(from) < 1 || Integer.parseInt(from) == to) {
            throw INVALID_REQUEST.at("query:from", "from is the number of another version of the model.");
        }
        return Integer.parseInt(from);
    }
}
