package com.zenithcapital.modelfile.version;

import static com.zenithcapital.platform.problem.CommonProblem.GONE;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What the public is told of what it cannot have. What was public and was withdrawn is no secret: whoever has its address
 * learns that it was taken back. Of everything else nobody learns whether it exists.
 */
@ApplicationScoped
public class Absence {

    private final Database database;

    Absence(Database database) {
        this.database = database;
    }

    /** Of a model without a public version. By the unique index on the slug, then (model_id, number). */
    public ProblemException ofModel(String slug) {
        boolean wasPublic = database.first("""
                        select 1 as found
                        from model m
                        join version v on v.model_id = m.id
                        where m.slug = ? and v.withdrawn_at is not null
                        limit 1
                        """, row -> true, slug).isPresent();
        return wasPublic ? GONE.because("The model was withdrawn.") : NOT_FOUND.because("There is no such model.");
    }

    /** Of a version that is not public. By the unique index on the slug, then (model_id, number). */
    public ProblemException ofVersion(String slug, int number) {
        boolean wasPublic = database.first("""
                        select 1 as found
                        from model m
                        join version v on v.model_id = m.id
                        where m.slug = ? and v.number = ? and v.withdrawn_at is not null
                        """, row -> true, slug, number).isPresent();
        return wasPublic
                ? GONE.because(
                        "Version %d was withdrawn. The model's address tells its newest version.".formatted(number))
                : NOT_FOUND.because("There is no such version.");
    }
}
