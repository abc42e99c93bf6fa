package com.zenithcapital.modelfile.difference;

import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a public version changes, for clients: JSON for programs, a page for people. */
@Path("/api/v1/models/{slug}/versions/{number}/diff")
@RunOnVirtualThread
class DifferenceResource {

    private final Pairs pairs;
    private final DifferenceAnswers answers;

    DifferenceResource(Pairs pairs, DifferenceAnswers answers) {
        this.pairs = pairs;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Roles.READER)
    public Response get(
            @RestPath String slug,
            @RestPath int number,
            @RestQuery @Nullable String from,
            @Context Request request,
            @Context HttpHeaders headers) {
        return answers.answer(request, headers, pairs.published(slug, number, from));
    }
}
