package com.zenithcapital.modelfile.download;

import com.zenithcapital.modelfile.download.Content.Asked;
import com.zenithcapital.modelfile.version.Absence;
import com.zenithcapital.platform.identity.CurrentUser;
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
import org.jboss.resteasy.reactive.RestPath;

/** A public version's bytes, for clients. */
@Path("/api/v1/models/{slug}/versions/{number}/content")
@RunOnVirtualThread
class DownloadResource {

    private final Downloads downloads;
    private final Absence absence;
    private final Content content;
    private final CurrentUser user;

    DownloadResource(Downloads downloads, Absence absence, Content content, CurrentUser user) {
        this.downloads = downloads;
        this.absence = absence;
        this.content = content;
        this.user = user;
    }

    @GET
    @RolesAllowed(Roles.READER)
    public Response get(
            @RestPath String slug, @RestPath int number, @Context HttpHeaders headers, @Context UriInfo uri) {
        Downloadable version = find(slug, number);
        Response answer =
                content.answer(new Asked(headers, uri.getPath()), version, () -> downloads.started(version, user.id()));
        return linked(answer, version);
    }

    @HEAD
    @RolesAllowed(Roles.READER)
    public Response head(
            @RestPath String slug, @RestPath int number, @Context HttpHeaders headers, @Context UriInfo uri) {
        Downloadable version = find(slug, number);
        return linked(content.head(new Asked(headers, uri.getPath()), version), version);
    }

    private Downloadable find(String slug, int number) {
        return downloads.published(slug, number).orElseThrow(() -> absence.ofVersion(slug, number));
    }

    /** With the way to the newest version, on a 304 as well: who asks again for an old one must not miss it (RFC 5829). */
    private static Response linked(Response answer, Downloadable version) {
        String versions = "/api/v1/models/%s/versions".formatted(version.slug());
        int latest = version.latest().orElse(version.number());
        return Response.fromResponse(answer)
                .header(HttpHeaders.LINK, "<%s/%d/content>; rel=\"latest-version\"".formatted(versions, latest))
                .header(HttpHeaders.LINK, "<%s>; rel=\"version-history\"".formatted(versions))
                .build();
    }
}
