package com.zenithcapital.modelfile.download;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.modelfile.download.Content.Asked;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A public version's bytes, for clients. */
@Path("/api/v1/models/{slug}/versions/{number}/content")
@RunOnVirtualThread
class DownloadResource {

    private final Downloads downloads;
    private final Content content;
    private final CurrentUser user;

    DownloadResource(Downloads downloads, Content content, CurrentUser user) {
        this.downloads = downloads;
        this.content = content;
        this.user = user;
    }

    @GET
    @RolesAllowed(Roles.READER)
    public Response get(
            @RestPath String slug,
            @RestPath int number,
            @Context Request request,
            @Context UriInfo uri,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        Downloadable version = find(slug, number);
        return content.answer(
                new Asked(request, uri.getPath(), range, ifRange),
                version,
                () -> downloads.started(version, user.id()));
    }

    @HEAD
    @RolesAllowed(Roles.READER)
    public Response head(@RestPath String slug, @RestPath int number, @Context Request request, @Context UriInfo uri) {
        return content.head(new Asked(request, uri.getPath(), null, null), find(slug, number));
    }

    private Downloadable find(String slug, int number) {
        return downloads.published(slug, number).orElseThrow(() -> NOT_FOUND.because("There is no such version."));
    }
}
