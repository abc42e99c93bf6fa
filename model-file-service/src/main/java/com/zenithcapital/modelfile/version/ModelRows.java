package com.zenithcapital.modelfile.version;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The rows of models as the steps after {@code model} need them: that they are there, and locked. By the primary key. */
@ApplicationScoped
public class ModelRows {

    private final Database database;

    ModelRows(Database database) {
        this.database = database;
    }

    /** Throws {@code not-found} if there is no such model. */
    public void require(ModelId model) {
        if (database.first("select 1 as found from model where id = ?", row -> true, model.value())
                .isEmpty()) {
            throw noModel(model);
        }
    }

    /**
     * Has everything that changes a model's versions wait for the caller's transaction, and tells the model's slug. The
     * lock lets foreign keys to the row through.
     */
    @Transactional(MANDATORY)
    public String lock(ModelId model) {
        return database.first(
                        "select slug from model where id = ? for no key update", row -> row.text("slug"), model.value())
                .orElseThrow(() -> noModel(model));
    }

    private static ProblemException noModel(ModelId model) {
        return NOT_FOUND.because("There is no model %s.".formatted(model));
    }
}
