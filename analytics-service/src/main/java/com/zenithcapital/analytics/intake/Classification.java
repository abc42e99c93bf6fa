package com.zenithcapital.analytics.intake;

import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.analytics.origin.Agent;
import com.zenithcapital.analytics.origin.Agents;
import com.zenithcapital.analytics.origin.DataCentres;
import com.zenithcapital.analytics.origin.Pace;
import com.zenithcapital.analytics.origin.Place;
import com.zenithcapital.analytics.origin.Places;
import com.zenithcapital.analytics.visitor.CallerAddress;
import com.zenithcapital.analytics.visitor.Recognition;
import com.zenithcapital.analytics.visitor.Visitor;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes of a caller what may be kept: address and user agent end here. */
@Singleton
class Classification {

    private final CallerAddress addresses;
    private final Agents agents;
    private final Places places;
    private final DataCentres dataCentres;
    private final Pace pace;

    Classification(CallerAddress addresses, Agents agents, Places places, DataCentres dataCentres, Pace pace) {
        this.addresses = addresses;
        this.agents = agents;
        this.places = places;
        this.dataCentres = dataCentres;
        this.pace = pace;
    }

    EventsReceived of(Caller caller, String site, List<Received> events, Instant now, Recognition recognition) {
        if (caller.asksNotToBeFollowed()) {
            return new EventsReceived(
                    now, null, null, Filter.PRIVACY_SIGNAL.slug(), null, null, null, null, null, events);
        }
        InetAddress address = addresses.of(caller.peer(), caller.headers().getAll("X-Forwarded-For"));
        @Nullable String userAgent = caller.header("User-Agent");
        Agent agent = agents.of(userAgent);
        Visitor visitor = recognition.visitor(site, address, Objects.requireNonNullElse(userAgent, ""));
        Place place = places.of(address, caller.headers(), addresses.isTrusted(caller.peer()));
        @Nullable Filter filter = filter(agent, address, visitor, events.size());
        return new EventsReceived(
                now,
                visitor.today(),
                visitor.before(),
                filter == null ? null : filter.slug(),
                place.country(),
                place.region(),
                agent.browser(),
                agent.system(),
                agent.device(),
                events);
    }

    private @Nullable Filter filter(Agent agent, InetAddress address, Visitor visitor, int events) {
        if (agent.robot()) {
            return Filter.BOT_USER_AGENT;
        }
        if (dataCentres.contain(address)) {
            return Filter.DATA_CENTRE;
        }
        return pace.isTooFast(visitor.today(), events) ? Filter.BEHAVIOUR : null;
    }
}
