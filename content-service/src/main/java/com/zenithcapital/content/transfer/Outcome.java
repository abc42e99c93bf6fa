package com.zenithcapital.content.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.State;
import com.zenithcapital.platform.problem.CommonProblem;
import com.zenithcapital.platform.problem.FieldError;
import com.zenithcapital.platform.problem.Problem;
import com.zenithcapital.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of many.
 *
 * @param line which line of an import, from 1; null for a list of ids
 * @param status as of HTTP, had it been asked for alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outcome(
        @Nullable Integer line,
        @Nullable InsightId id,
        int status,
        @Nullable State state,
        @Nullable Refusal problem) {

    /** Why it was refused. */
    record Refusal(String type, String title, String detail, List<FieldError> errors) {}

    static Outcome done(InsightId id, State state) {
        return new Outcome(null, id, 200, state, null);
    }

    static Outcome refused(@Nullable InsightId id, ProblemException problem) {
        Problem what = problem.problem();
        return new Outcome(
                null,
                id,
                what.status(),
                null,
                new Refusal("urn:zenith:problem:" + what.slug(), what.title(), problem.detail(), problem.errors()));
    }

    /** Something broke that is nobody's input: the others go on. */
    static Outcome failed(@Nullable InsightId id) {
        return refused(id, CommonProblem.INTERNAL.because("This one failed, and nothing of it is kept. Try it again."));
    }

    Outcome with(int status) {
        return new Outcome(line, id, status, state, problem);
    }

    Outcome atLine(int number) {
        return new Outcome(number, id, status, state, problem);
    }
}
