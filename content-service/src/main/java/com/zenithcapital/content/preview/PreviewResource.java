package com.zenithcapital.content.preview;

import com.zenithcapital.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** What a preview link shows: to whoever has it, once each time it is asked for. */
@Path(PreviewLinks.PATH)
@RunOnVirtualThread
class PreviewResource {

    /** The address is the secret: no index, cache or other site shall learn it, whatever the answer is. */
    private static final Map<String, String> DISCREET = Map.of(
            "X-Robots-Tag",
            "noindex, nofollow, noarchive",
            HttpHeaders.CACHE_CONTROL,
            "private, no-store",
            "Referrer-Policy",
            "no-referrer");

    private final PreviewLinks links;

    PreviewResource(PreviewLinks links) {
        this.links = links;
    }

    @GET
    @Path("/{token}")
    @PermitAll
    public Response open(@RestPath String token) {
        try {
            Response.ResponseBuilder answer = Response.ok(links.open(token));
            DISCREET.forEach(answer::header);
            return answer.build();
        } catch (ProblemException e) {
            throw e.carrying(DISCREET);
        }
    }
}
