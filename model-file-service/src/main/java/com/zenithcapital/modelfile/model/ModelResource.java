package com.zenithcapital.modelfile.model;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;
import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_FAILED;
import static com.zenithcapital.platform.problem.CommonProblem.PRECONDITION_REQUIRED;

import com.zenithcapital.modelfile.model.Models.Editor;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Models, for those who keep them. */
@Path("/api/v1/admin/models")
@RunOnVirtualThread
class ModelResource {

    private static final Pattern REVISION = Pattern.compile("\"([0-9]{1,9})\"");

    private final Models models;
    private final ModelQueries queries;
    private final CurrentUser user;

    ModelResource(Models models, ModelQueries queries, CurrentUser user) {
        this.models = models;
        this.queries = queries;
        this.user = user;
    }

    @POST
    @RolesAllowed(Roles.ANALYST)
    public Response create(@NotNull(message = "a model is described by a JSON object") @Valid ModelText.Input input) {
        ModelId id = models.create(user.id(), input.slug(), input.text());
        return answer(
                Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/api/v1/admin/models/" + id),
                find(id));
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Page<ModelView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        return queries.list(Limit.parse(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response get(@RestPath UUID id) {
        return answer(Response.ok(), find(new ModelId(id)));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response change(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "a model is described by a JSON object") @Valid ModelText.Input input) {
        ModelId model = new ModelId(id);
        Editor editor = new Editor(user.id(), user.hasRole(Roles.EDITOR));
        models.change(model, editor, revision(ifMatch), input.slug(), input.text());
        return answer(Response.ok(), find(model));
    }

    private ModelView find(ModelId id) {
        return queries.find(id).orElseThrow(() -> NOT_FOUND.because("There is no model %s.".formatted(id)));
    }

    /** {@code *} and lists are no answer to "which state did you look at". */
    private static int revision(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw PRECONDITION_REQUIRED.because("Say which revision you looked at: If-Match with the ETag of the GET.");
        }
        Matcher matcher = REVISION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw PRECONDITION_FAILED.because(
                    "If-Match names no revision of a model: send the ETag of the GET as it is.");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static Response answer(Response.ResponseBuilder response, ModelView model) {
        return response.entity(model)
                .tag(new EntityTag(Integer.toString(model.revision())))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
