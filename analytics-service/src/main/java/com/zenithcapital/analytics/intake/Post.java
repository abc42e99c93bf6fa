package com.zenithcapital.analytics.intake;

import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.event.ReadershipNoted;
import com.zenithcapital.analytics.visitor.Recognition;
import com.zenithcapital.platform.id.Ids;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes letters of facts and sends them. */
@Singleton
class Post {

    /** The subject of what has no visitor. */
    private static final String UNRECOGNISED = "unrecognised";

    /** W3C Trace Context, version 00. */
    private static final Pattern TRACE_PARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final int LONGEST_READER_NAME = 200;

    private final EventTopic topic;
    private final IntakeMetrics metrics;
    private final byte[] source;

    Post(EventTopic topic, IntakeMetrics metrics, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.topic = topic;
        this.metrics = metrics;
        this.source = ("/zenith/" + service).getBytes(UTF_8);
    }

    Letter letter(EventsReceived fact, Caller caller) {
        String subject = Objects.requireNonNullElse(fact.visitor(), UNRECOGNISED);
        return new Letter(
                        Ids.next(),
                        EventsReceived.TYPE,
                        source,
                        fact.visitor(),
                        subject,
                        fact.receivedAt(),
                        FactJson.of(fact))
                .tracedTo(caller.correlationId(), traceParent(caller));
    }

    /**
     * What of a signed-in client's page views is noted, apart: its time is the day, its id needs the salt, and no trace is on
     * it, so that none of them leads to the anonymous event.
     */
    List<Letter> readership(EventsReceived fact, List<Received> events, Caller caller, Recognition recognition) {
        if (caller.reader().isEmpty() || Filter.PRIVACY_SIGNAL.slug().equals(fact.filter())) {
            return List.of();
        }
        Caller.Reader reader = caller.reader().get();
        List<Letter> letters = new ArrayList<>();
        for (Received event : events) {
            if (!EventRules.PAGE_VIEW.equals(event.name())) {
                continue;
            }
            if (event.insight() != null) {
                letters.add(letter(noted(event, "insight", event.insight(), reader, recognition)));
            } else if (event.model() != null) {
                letters.add(letter(noted(event, "model", event.model(), reader, recognition)));
            }
        }
        return letters;
    }

    /** Completes with the fact, when it is kept. */
    CompletionStage<EventsReceived> send(List<Letter> letters, EventsReceived fact) {
        long begun = System.nanoTime();
        return topic.append(letters).handle((count, failure) -> {
            if (failure != null) {
                metrics.unavailable(fact.events().size());
                throw UNAVAILABLE
                        .because("The events could not be kept. Send them again, with the same ids, in a few seconds.")
                        .causedBy(failure);
            }
            metrics.accepted(fact, System.nanoTime() - begun);
            return fact;
        });
    }

    private Letter letter(ReadershipNoted fact) {
        return new Letter(
                fact.id(),
                ReadershipNoted.TYPE,
                source,
                fact.reader(),
                fact.reader(),
                fact.day().atStartOfDay(UTC).toInstant(),
                FactJson.of(fact));
    }

    private static ReadershipNoted noted(
            Received event, String kind, String slug, Caller.Reader reader, Recognition recognition) {
        return new ReadershipNoted(
                recognition.apart(event.id(), reader.id()),
                reader.id(),
                Texts.cut(Texts.clean(reader.name()), LONGEST_READER_NAME),
                kind,
                slug,
                event.occurredAt().atOffset(UTC).toLocalDate());
    }

    private static @Nullable String traceParent(Caller caller) {
        @Nullable String header = caller.header("traceparent");
        return header != null && TRACE_PARENT.matcher(header).matches() ? header : null;
    }
}
