package com.zenithcapital.content.preview;

import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.problem.JsonDocuments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An insight's preview links, for those who work on it. */
@Path("/api/v1/admin/insights/{id}/preview-links")
@RunOnVirtualThread
@RolesAllowed({Roles.ANALYST, Roles.EDITOR})
class PreviewLinkResource {

    private static final int DEFAULT_HOURS = 72;
    private static final int MOST_HOURS = 720;

    private final PreviewLinks links;
    private final JsonDocuments documents;
    private final CurrentUser user;

    PreviewLinkResource(PreviewLinks links, JsonDocuments documents, CurrentUser user) {
        this.links = links;
        this.documents = documents;
        this.user = user;
    }

    /**
     * The body, which may be left out.
     *
     * @param revision which one is shown; the newest if not said
     * @param validForHours 72 if not said
     */
    record Wish(
            @Min(value = 1, message = "revisions are counted from 1") @Nullable
            Integer revision,

            @Min(value = 1, message = "a link is valid for 1 hour at least")
            @Max(value = MOST_HOURS, message = "a link is valid for 720 hours at most")
            @Nullable
            Integer validForHours) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @RequestBody(content = @Content(schema = @Schema(implementation = Wish.class)))
    public RestResponse<PreviewLink> make(
            @RestPath UUID id, @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type, @Nullable String body) {
        Wish wish = documents.readOptional(type, body, Wish.class, new Wish(null, null));
        int hours = wish.validForHours() == null ? DEFAULT_HOURS : wish.validForHours();
        PreviewLink link = links.make(Actor.of(user), new InsightId(id), wish.revision(), hours);
        URI location = URI.create("/api/v1/admin/insights/%s/preview-links/%s".formatted(id, link.id()));
        return RestResponse.ResponseBuilder.<PreviewLink>created(location)
                .entity(link)
                .build();
    }

    @GET
    public Page<PreviewLink> list(
            @RestPath UUID id, @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        return links.list(Actor.of(user), new InsightId(id), Limit.parse(limit), cursor);
    }

    @DELETE
    @Path("/{link}")
    public void revoke(@RestPath UUID id, @RestPath UUID link) {
        links.revoke(Actor.of(user), new InsightId(id), link);
    }
}
