package com.zenithcapital.modelfile.publication;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.ModelRows;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.CurrentUser;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A model's versions before the public: what there is, what was found, and the decision. */
@Path("/api/v1/admin/models/{id}/versions")
@RunOnVirtualThread
class PublicationResource {

    private final ModelRows models;
    private final VersionQueries versions;
    private final Publications publications;
    private final CurrentUser user;

    PublicationResource(ModelRows models, VersionQueries versions, Publications publications, CurrentUser user) {
        this.models = models;
        this.versions = versions;
        this.publications = publications;
        this.user = user;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Page<VersionView> list(
            @RestPath UUID id, @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        ModelId model = new ModelId(id);
        models.require(model);
        return versions.list(model, Limit.parse(limit), cursor);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public RestResponse<VersionDetail> get(@RestPath UUID id, @RestPath int number) {
        return answer(id, find(id, number));
    }

    /** Once there is a verdict; before that, and when no look was possible, there is nothing to show. */
    @GET
    @Path("/{number}/inspection")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public String inspection(@RestPath UUID id, @RestPath int number) {
        return versions.inspection(new ModelId(id), number)
                .orElseThrow(() -> NOT_FOUND.because("Version %d is %s: there is no inspection."
                        .formatted(number, find(id, number).state())));
    }

    @POST
    @Path("/{number}/publish")
    @RolesAllowed(Roles.EDITOR)
    public RestResponse<VersionDetail> publish(@RestPath UUID id, @RestPath int number) {
        publications.publish(new ModelId(id), number, user.id());
        return answer(id, find(id, number));
    }

    @POST
    @Path("/{number}/withdraw")
    @RolesAllowed(Roles.EDITOR)
    public RestResponse<VersionDetail> withdraw(@RestPath UUID id, @RestPath int number) {
        publications.withdraw(new ModelId(id), number, user.id());
        return answer(id, find(id, number));
    }

    private VersionView find(UUID id, int number) {
        return versions.find(new ModelId(id), number)
                .orElseThrow(() -> NOT_FOUND.because("There is no such version of that model."));
    }

    /** A version's text never changes, what is said of it comes with the verdict: its ETag is where it stands. */
    private RestResponse<VersionDetail> answer(UUID id, VersionView version) {
        String standing = version.isPublic()
                ? (version.superseded() ? "superseded-" : "public-") + version.publishedAt()
                : version.state().name();
        String tag = version.withdrawnAt() == null ? standing : "withdrawn-" + version.withdrawnAt();
        VersionDetail detail = new VersionDetail(
                version, versions.document(new ModelId(id), version.number()).orElse(null));
        return ResponseBuilder.ok(detail).tag(new EntityTag(tag)).build();
    }
}
