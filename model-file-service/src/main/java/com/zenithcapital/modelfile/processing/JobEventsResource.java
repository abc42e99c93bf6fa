package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * A job as a stream of events (the HTML standard's server-sent events): each change of its row, the last of which is its
 * end. An event's id is the row's revision, so a caller who comes back, to whichever instance, gets at once what it missed,
 * and nothing but heart-beats if it missed nothing.
 */
@Path("/api/v1/admin/jobs/{id}/events")
class JobEventsResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String HEART_BEAT = "still here";

    private final JobStreams streams;
    private final CurrentUser user;
    private final long retryMillis;

    JobEventsResource(JobStreams streams, CurrentUser user, JobEventsConfig config) {
        this.streams = streams;
        this.user = user;
        this.retryMillis = config.retry().toMillis();
    }

    /** 204 for who has seen the end already: by the standard that is what keeps a client from coming back. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    @Blocking
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> events(
            @RestPath UUID id, @HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId, @Context Sse sse) {
        return streams.follow(new JobId(id), user.id(), revision(lastEventId))
                .orElseThrow(() -> new WebApplicationException(
                        Response.noContent().header("Cache-Control", "no-store").build()))
                .map(update -> event(sse, update));
    }

    /** What is no revision of ours saw nothing: the row as it is now is the right answer to any of them. */
    private static long revision(@Nullable String lastEventId) {
        if (lastEventId == null || !lastEventId.matches("\\d{1,18}")) {
            return 0;
        }
        return Long.parseLong(lastEventId);
    }

    private OutboundSseEvent event(Sse sse, Optional<JobView> update) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().reconnectDelay(retryMillis);
        return update.map(job -> event.id(Long.toString(job.revision()))
                        .name("job")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(JobView.class, job)
                        .build())
                .orElseGet(() -> sse.newEventBuilder()
                        .comment(HEART_BEAT)
                        .reconnectDelay(retryMillis)
                        .build());
    }
}
