package com.zenithcapital.analytics.intake;

import com.zenithcapital.analytics.event.EventsReceived.Received;

/** What became of one event. */
sealed interface Judgement permits Judgement.Taken, Refusal {

    /** It is one, and this is kept of it. */
    record Taken(Received event) implements Judgement {}
}
