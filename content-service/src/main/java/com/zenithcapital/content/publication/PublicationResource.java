package com.zenithcapital.content.publication;

import static com.zenithcapital.platform.input.TextPattern.LINES;
import static com.zenithcapital.platform.input.TextPattern.NOT_BLANK;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.content.cache.Forgetting;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What editors decide about readers. */
@Path("/api/v1/admin/insights/{id}")
@RunOnVirtualThread
class PublicationResource {

    private final Publications publications;
    private final Records records;
    private final Forgetting caches;
    private final InsightViews views;
    private final JsonDocuments documents;
    private final CurrentUser user;

    PublicationResource(
            Publications publications,
            Records records,
            Forgetting caches,
            InsightViews views,
            JsonDocuments documents,
            CurrentUser user) {
        this.publications = publications;
        this.records = records;
        this.caches = caches;
        this.views = views;
        this.documents = documents;
        this.user = user;
    }

    /**
     * The body of a publication, which may be left out.
     *
     * @param publicAt for clients now, and for everybody then
     */
    record Publish(@Nullable Instant publicAt) {}

    /** What readers are told instead of the insight. */
    record Withdraw(
            @NotNull(message = "readers are told a reason")
            @Pattern(regexp = NOT_BLANK, message = "readers are told a reason")
            @Size(max = 1000, message = "at most 1000 characters")
            @Pattern(regexp = LINES, message = "no control characters but line breaks and tabs")
            String reason) {}

    /** What readers are told was put right. */
    record Correct(
            @NotNull(message = "readers are told what was put right")
            @Pattern(regexp = NOT_BLANK, message = "readers are told what was put right")
            @Size(max = 1000, message = "at most 1000 characters")
            @Pattern(regexp = LINES, message = "no control characters but line breaks and tabs")
            String note) {}

    /** Every publication of an insight; there are never so many that they would need pages. */
    record PublicationList(List<Records.Line> items) {}

    @POST
    @Path("/publish")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(content = @Content(schema = @Schema(implementation = Publish.class)))
    @RolesAllowed(Roles.EDITOR)
    public Response publish(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Nullable String body) {
        Publish input = documents.readOptional(type, body, Publish.class, new Publish(null));
        InsightId insight = new InsightId(id);
        return shown(
                insight,
                () -> publications.publish(Actor.of(user), insight, Edition.optional(ifMatch), input.publicAt()));
    }

    @POST
    @Path("/correct")
    @RolesAllowed(Roles.EDITOR)
    public Response correct(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "a correction is a JSON object") @Valid Correct input) {
        InsightId insight = new InsightId(id);
        return shown(
                insight,
                () -> publications.correct(
                        Actor.of(user),
                        insight,
                        Edition.optional(ifMatch),
                        input.note().strip()));
    }

    @POST
    @Path("/schedule")
    @RolesAllowed(Roles.EDITOR)
    public Response schedule(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "a plan is a JSON object") Plan.Input input) {
        InsightId insight = new InsightId(id);
        return changed(insight, () -> publications.schedule(Actor.of(user), insight, Edition.optional(ifMatch), input));
    }

    @POST
    @Path("/unschedule")
    @RolesAllowed(Roles.EDITOR)
    public Response unschedule(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        InsightId insight = new InsightId(id);
        return changed(insight, () -> publications.unschedule(Actor.of(user), insight, Edition.optional(ifMatch)));
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed(Roles.EDITOR)
    public Response withdraw(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "a withdrawal is a JSON object") @Valid Withdraw input) {
        InsightId insight = new InsightId(id);
        return shown(
                insight,
                () -> publications.withdraw(
                        Actor.of(user),
                        insight,
                        Edition.optional(ifMatch),
                        input.reason().strip()));
    }

    @POST
    @Path("/archive")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response archive(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        InsightId insight = new InsightId(id);
        return shown(insight, () -> publications.archive(Actor.of(user), insight, Edition.optional(ifMatch)));
    }

    @GET
    @Path("/publications")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public PublicationList list(@RestPath UUID id) {
        InsightId insight = new InsightId(id);
        views.get(insight);
        return new PublicationList(records.list(insight));
    }

    /** Byte for byte what was kept: its SHA-256 is the digest that the fact told, and the ETag. */
    @GET
    @Path("/publications/{number}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response record(@RestPath UUID id, @RestPath int number) {
        InsightId insight = new InsightId(id);
        views.get(insight);
        Records.Kept kept = records.find(insight, number)
                .orElseThrow(() -> NOT_FOUND.because("The insight has no publication %d.".formatted(number)));
        return Response.ok(kept.record())
                .tag(new EntityTag(kept.digest()))
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    /** Once no instance answers readers with what was before. */
    private Response shown(InsightId id, Runnable change) {
        InsightView insight = views.after(id, change);
        caches.awaitForgotten();
        return answer(insight);
    }

    private Response changed(InsightId id, Runnable change) {
        return answer(views.after(id, change));
    }

    private static Response answer(InsightView insight) {
        return InsightAnswer.tagged(Response.ok(insight), insight.edition());
    }
}
