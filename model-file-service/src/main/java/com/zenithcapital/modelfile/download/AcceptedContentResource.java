package com.zenithcapital.modelfile.download;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.modelfile.download.Content.Asked;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** An accepted version's bytes, published or not, for those who decide on it. It counts as no download. */
@Path("/api/v1/admin/models/{id}/versions/{number}/content")
@RunOnVirtualThread
class AcceptedContentResource {

    private final Downloads downloads;
    private final Content content;

    AcceptedContentResource(Downloads downloads, Content content) {
        this.downloads = downloads;
        this.content = content;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response get(@RestPath UUID id, @RestPath int number, @Context HttpHeaders headers, @Context UriInfo uri) {
        return content.answer(new Asked(headers, uri.getPath()), find(id, number), () -> {});
    }

    @HEAD
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response head(@RestPath UUID id, @RestPath int number, @Context HttpHeaders headers, @Context UriInfo uri) {
        return content.head(new Asked(headers, uri.getPath()), find(id, number));
    }

    private Downloadable find(UUID id, int number) {
        return downloads
                .accepted(new ModelId(id), number)
                .orElseThrow(() -> NOT_FOUND.because("There is no accepted version of that number."));
    }
}
