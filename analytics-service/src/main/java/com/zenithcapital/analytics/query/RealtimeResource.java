package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.question.Contract;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.input.QueryParameters;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The last half hour: once, or as a stream of events (the HTML standard's server-sent events). */
@Path("/api/v1/admin/analytics/realtime")
class RealtimeResource {

    private static final String HEART_BEAT = "still here";

    private final RealtimeLook look;
    private final RealtimeStreams streams;
    private final long retryMillis;

    RealtimeResource(RealtimeLook look, RealtimeStreams streams, RealtimeConfig config) {
        this.look = look;
        this.streams = streams;
        this.retryMillis = config.retry().toMillis();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @RunOnVirtualThread
    @Operation(
            summary = "The last 30 minutes, by minute, with what was looked at most",
            description =
                    "With `Accept: text/event-stream` as a stream: an event `realtime` every 5 s with the same data.")
    @APIResponse(responseCode = "200", description = "The last 30 minutes")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    @ResponseHeader(name = "Cache-Control", value = "private, no-store")
    public Realtime once(@Context UriInfo address) {
        QueryParameters.of(address.getQueryParameters()).only(Set.of());
        return look.answer();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Roles.ADMIN)
    @Blocking
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> stream(@Context UriInfo address, @Context Sse sse) {
        QueryParameters.of(address.getQueryParameters()).only(Set.of());
        return streams.follow().map(news -> event(sse, news));
    }

    private OutboundSseEvent event(Sse sse, Optional<Realtime> news) {
        return news.map(realtime -> sse.newEventBuilder()
                        .name("realtime")
                        .reconnectDelay(retryMillis)
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(Realtime.class, realtime)
                        .build())
                .orElseGet(() -> sse.newEventBuilder()
                        .comment(HEART_BEAT)
                        .reconnectDelay(retryMillis)
                        .build());
    }
}
