package com.zenithcapital.analytics.readership;

import com.zenithcapital.analytics.question.Contract;
import com.zenithcapital.analytics.question.DayWords;
import com.zenithcapital.analytics.question.PageWords;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.input.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which client read and downloaded what. The parameters stand here for the contract; they are read from the address. */
@Path("/api/v1/admin/analytics/readership")
@RunOnVirtualThread
class ReadershipResource {

    private final Readerships readerships;

    ReadershipResource(Readerships readerships) {
        this.readerships = readerships;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Which signed-in client read and downloaded what",
            description =
                    "By UTC day, the newest first. Of one client, of one object (`kind` and `slug`), both, or all.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    @ResponseHeader(name = "Cache-Control", value = "private, no-store")
    public Page<Reading> list(
            @RestQuery @Parameter(description = "A client's id (the token's sub)") @Nullable String reader,
            @RestQuery @Parameter(description = "insight or model, with `slug`") @Nullable String kind,
            @RestQuery @Parameter(description = "Of the insight or model, with `kind`") @Nullable String slug,
            @BeanParam DayWords days,
            @BeanParam PageWords page,
            @Context UriInfo address) {
        return readerships.answer(QueryParameters.of(address.getQueryParameters()));
    }

    @DELETE
    @Path("/{reader}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Erases what a client read and downloaded",
            description = "What the client reads from then on is noted again, unless the account is closed."
                    + " Counts of visitors name nobody and stay.")
    @APIResponse(responseCode = "204", description = "There is nothing of this client, whether or not there was before")
    public void erase(@RestPath String reader) {
        readerships.erase(reader);
    }
}
