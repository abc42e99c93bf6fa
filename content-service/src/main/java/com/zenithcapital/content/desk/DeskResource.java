package com.zenithcapital.content.desk;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.Edition;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.revision.ContentInput;
import com.zenithcapital.content.view.InsightAnswer;
import com.zenithcapital.content.view.InsightView;
import com.zenithcapital.content.view.InsightViews;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.problem.JsonDocuments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Insights, for those who write them. */
@Path("/api/v1/admin/insights")
@RunOnVirtualThread
class DeskResource {

    private static final String PREFER = "Prefer";
    private static final Pattern MERGE = Pattern.compile("(?:^|,)\\s*merge\\s*(?:,|;|$)");

    private final Desk desk;
    private final DeskQueries queries;
    private final InsightViews views;
    private final RevisionDiffs diffs;
    private final JsonDocuments documents;
    private final CurrentUser user;

    DeskResource(
            Desk desk,
            DeskQueries queries,
            InsightViews views,
            RevisionDiffs diffs,
            JsonDocuments documents,
            CurrentUser user) {
        this.desk = desk;
        this.queries = queries;
        this.views = views;
        this.diffs = diffs;
        this.documents = documents;
        this.user = user;
    }

    /**
     * The body of a restore, which may be left out.
     *
     * @param revision the one whose text shall be the newest again; without it the insight comes back from the trash or
     *     the archive
     */
    record Restore(
            @Min(value = 1, message = "revisions are counted from 1") @Nullable
            Integer revision) {}

    @POST
    @RolesAllowed(Roles.ANALYST)
    public Response create(@NotNull(message = "an insight is described by a JSON object") @Valid ContentInput input) {
        InsightId id = desk.create(Actor.of(user), input);
        return answer(
                Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/api/v1/admin/insights/" + id),
                views.get(id));
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Page<InsightLine> list(
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String mine,
            @RestQuery @Nullable String trash,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        return queries.list(DeskFilter.parse(state, mine, trash, user.id()), Limit.parse(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response get(@Context Request request, @RestPath UUID id) {
        InsightView insight = views.get(new InsightId(id));
        return InsightAnswer.unlessSeen(request, insight, insight.edition());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response save(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(PREFER) @Nullable String prefer,
            @NotNull(message = "an insight is described by a JSON object") @Valid ContentInput input) {
        InsightId insight = new InsightId(id);
        boolean merging =
                prefer != null && MERGE.matcher(prefer.toLowerCase(Locale.ROOT)).find();
        AtomicBoolean merged = new AtomicBoolean();
        InsightView saved = views.after(
                insight,
                () -> merged.set(desk.save(Actor.of(user), insight, Edition.required(ifMatch), merging, input)));
        Response.ResponseBuilder response = Response.ok();
        if (merged.get()) {
            response.header("Preference-Applied", "merge");
        }
        return answer(response, saved);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public void discard(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        desk.discard(Actor.of(user), new InsightId(id), Edition.required(ifMatch));
    }

    @POST
    @Path("/{id}/restore")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(content = @Content(schema = @Schema(implementation = Restore.class)))
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response restore(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Nullable String body) {
        InsightId insight = new InsightId(id);
        @Nullable
        Integer revision = documents
                .readOptional(type, body, Restore.class, new Restore(null))
                .revision();
        InsightView restored = views.after(insight, () -> {
            if (revision == null) {
                desk.restore(Actor.of(user), insight, Edition.optional(ifMatch));
            } else {
                desk.restoreRevision(Actor.of(user), insight, Edition.optional(ifMatch), revision);
            }
        });
        return answer(Response.ok(), restored);
    }

    @GET
    @Path("/{id}/revisions")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Page<RevisionLine> revisions(
            @RestPath UUID id, @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        InsightId insight = new InsightId(id);
        Limit most = Limit.parse(limit);
        views.get(insight);
        return queries.revisions(insight, most, cursor);
    }

    @GET
    @Path("/{id}/revisions/{number}")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public RevisionView revision(@RestPath UUID id, @RestPath int number) {
        InsightId insight = new InsightId(id);
        views.get(insight);
        return existing(insight, number);
    }

    /** What somebody who reads the newer of two revisions has to know. */
    @GET
    @Path("/{id}/revisions/{number}/diff")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public RevisionDiff diff(@RestPath UUID id, @RestPath int number, @RestQuery @Nullable Integer from) {
        InsightId insight = new InsightId(id);
        views.get(insight);
        int before = from == null ? Math.max(1, number - 1) : from;
        return diffs.between(existing(insight, before), existing(insight, number));
    }

    private RevisionView existing(InsightId insight, int number) {
        return queries.revision(insight, number)
                .orElseThrow(() -> NOT_FOUND.because("The insight has no revision %d.".formatted(number)));
    }

    private static Response answer(Response.ResponseBuilder response, InsightView insight) {
        return InsightAnswer.tagged(response.entity(insight), insight.edition());
    }
}
