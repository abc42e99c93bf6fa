package com.zenithcapital.analytics.intake;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.visitor.Recognition;
import com.zenithcapital.analytics.visitor.Salts;
import com.zenithcapital.platform.problem.FieldError;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Takes a request's events: all that can be are on Kafka, in one record, before the answer says so. */
@Singleton
class Intake {

    private final Sites sites;
    private final EventRules rules;
    private final Salts salts;
    private final Classification classification;
    private final Post post;
    private final IntakeMetrics metrics;
    private final Clock clock;

    Intake(
            Sites sites,
            EventRules rules,
            Salts salts,
            Classification classification,
            Post post,
            IntakeMetrics metrics,
            Clock clock) {
        this.sites = sites;
        this.rules = rules;
        this.salts = salts;
        this.classification = classification;
        this.post = post;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes them, without ever waiting on this thread.
     *
     * @throws ProblemException where nothing can be taken
     */
    CompletionStage<Answer> take(Caller caller, byte[] body) {
        String site = sites.of(caller.headers());
        EventReader.Body read = EventReader.read(body);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Received> events = new ArrayList<>(read.readings().size());
        List<Answer.Rejected> rejected = new ArrayList<>();
        boolean silent = caller.asksNotToBeFollowed();
        for (int index = 0; index < read.readings().size(); index++) {
            switch (judge(read.readings().get(index), now, silent)) {
                case Judgement.Taken taken -> events.add(taken.event());
                case Refusal refusal -> {
                    metrics.rejected(refusal.reason());
                    rejected.add(new Answer.Rejected(
                            index, refusal.reason(), read.pointer(index, refusal.field()), refusal.detail()));
                }
            }
        }
        if (events.isEmpty()) {
            throw nothingTaken(rejected);
        }
        Answer answer = new Answer(events.size(), rejected);
        return take(caller, site, events, now).thenApply(written -> answer);
    }

    private CompletionStage<EventsReceived> take(Caller caller, String site, List<Received> events, Instant now) {
        Recognition recognition = salts.at(now).orElseThrow(() -> {
            metrics.unavailable(events.size());
            return UNAVAILABLE.because("The database does not answer, so nobody can be told from another. Try again.");
        });
        EventsReceived fact = classification.of(caller, site, events, now, recognition);
        List<Letter> letters = new ArrayList<>();
        letters.add(post.letter(fact, caller));
        letters.addAll(post.readership(fact, events, caller, recognition));
        return post.send(letters, fact);
    }

    private Judgement judge(Reading reading, Instant now, boolean silent) {
        return switch (reading) {
            case Draft draft -> rules.judge(draft, now, silent);
            case Refusal refusal -> refusal;
        };
    }

    private static ProblemException nothingTaken(List<Answer.Rejected> rejected) {
        Answer answer = new Answer(0, rejected);
        List<FieldError> errors = rejected.stream()
                .map(event -> new FieldError(event.pointer(), event.detail()))
                .toList();
        String detail = errors.size() == 1 ? errors.getFirst().detail() : "None of the events can be taken.";
        return INVALID_REQUEST.because(detail).with(errors).telling(Map.of("rejected", answer.rejectedJson()));
    }
}
