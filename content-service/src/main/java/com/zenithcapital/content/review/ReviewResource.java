package com.zenithcapital.content.review;

import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.Edition;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.view.InsightAnswer;
import com.zenithcapital.content.view.InsightView;
import com.zenithcapital.content.view.InsightViews;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.problem.JsonDocuments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The way past another pair of eyes. Nothing needs {@code If-Match} here; one that is sent is heeded. */
@Path("/api/v1/admin/insights/{id}")
@RunOnVirtualThread
class ReviewResource {

    private final Reviews reviews;
    private final InsightViews views;
    private final JsonDocuments documents;
    private final CurrentUser user;

    ReviewResource(Reviews reviews, InsightViews views, JsonDocuments documents, CurrentUser user) {
        this.reviews = reviews;
        this.views = views;
        this.documents = documents;
        this.user = user;
    }

    /**
     * The body of an approval, which may be left out.
     *
     * @param revision the one that was read; if there is a newer one, nothing is approved
     */
    record Approve(
            @Min(value = 1, message = "revisions are counted from 1") @Nullable
            Integer revision) {}

    @POST
    @Path("/submit")
    @RolesAllowed(Roles.ANALYST)
    public Response submit(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        InsightId insight = new InsightId(id);
        return answer(views.after(insight, () -> reviews.submit(Actor.of(user), insight, Edition.optional(ifMatch))));
    }

    @POST
    @Path("/return")
    @RolesAllowed(Roles.EDITOR)
    public Response giveBack(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        InsightId insight = new InsightId(id);
        return answer(views.after(insight, () -> reviews.giveBack(Actor.of(user), insight, Edition.optional(ifMatch))));
    }

    @POST
    @Path("/approve")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(content = @Content(schema = @Schema(implementation = Approve.class)))
    @RolesAllowed(Roles.EDITOR)
    public Response approve(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Nullable String body) {
        Approve input = documents.readOptional(type, body, Approve.class, new Approve(null));
        InsightId insight = new InsightId(id);
        return answer(views.after(
                insight, () -> reviews.approve(Actor.of(user), insight, Edition.optional(ifMatch), input.revision())));
    }

    private static Response answer(InsightView insight) {
        return InsightAnswer.tagged(Response.ok(insight), insight.edition());
    }
}
