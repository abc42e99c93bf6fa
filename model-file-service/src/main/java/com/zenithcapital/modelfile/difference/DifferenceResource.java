package com.zenithcapital.modelfile.difference;

import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @Operation(summary = "What a public version changes", description = DifferenceAnswers.DESCRIPTION)
    @Parameter(name = "from", description = "Number of the other version; by default the public one before.")
    @APIResponse(
            responseCode = "200",
            description = "What changed. A strong ETag, another one for each form.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DifferenceDocument.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "The caller has it, as If-None-Match says.")
    @APIResponse(responseCode = "400", description = "from is no number of another version.")
    @APIResponse(
            responseCode = "404",
            description =
                    "not-found: no such public version, or none before it. difference-not-available: the two cannot be compared, such as an .xls.")
    @APIResponse(responseCode = "410", description = "One of the two was withdrawn.")
    @APIResponse(responseCode = "406", description = "Neither JSON nor HTML is acceptable.")
    @APIResponse(
            responseCode = "503",
            description = "difference-not-ready: the two are being compared. Retry-After says when to ask again.")
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
