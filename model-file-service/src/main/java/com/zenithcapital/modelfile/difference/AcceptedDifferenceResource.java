package com.zenithcapital.modelfile.difference;

import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What an accepted version changes, published or not, for those who decide on it. */
@Path("/api/v1/admin/models/{id}/versions/{number}/diff")
@RunOnVirtualThread
class AcceptedDifferenceResource {

    private final Pairs pairs;
    private final DifferenceAnswers answers;

    AcceptedDifferenceResource(Pairs pairs, DifferenceAnswers answers) {
        this.pairs = pairs;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response get(
            @RestPath UUID id,
            @RestPath int number,
            @RestQuery @Nullable String from,
            @Context Request request,
            @Context HttpHeaders headers) {
        return answers.answer(request, headers, pairs.accepted(new ModelId(id), number, from));
    }
}
