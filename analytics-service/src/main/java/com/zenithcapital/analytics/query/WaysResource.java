package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.question.Contract;
import com.zenithcapital.analytics.question.DayWords;
import com.zenithcapital.analytics.question.PageWords;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.input.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which ways visits go, in which weeks clients come back, and what was not counted. As {@link SumsResource}. */
@Path("/api/v1/admin/analytics")
@RunOnVirtualThread
class WaysResource {

    private final FunnelQuery funnels;
    private final RetentionQuery retention;
    private final FilteredQuery filtered;
    private final Turns turns;

    WaysResource(FunnelQuery funnels, RetentionQuery retention, FilteredQuery filtered, Turns turns) {
        this.turns = turns;
        this.funnels = funnels;
        this.retention = retention;
        this.filtered = filtered;
    }

    @GET
    @Path("/funnel")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "How far visits come on a way of named steps",
            description =
                    "A visit counts on the UTC day on which it began. Other steps may lie between the asked ones.")
    @APIResponse(responseCode = "200", description = "Each step with its visits and those that were lost before it")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    @ResponseHeader(name = "Cache-Control", value = "private, no-store")
    public Funnel funnel(
            @RestQuery
                    @Parameter(
                            description = "2 to 8 names of configured steps (zenith.analytics.steps)",
                            required = true,
                            example = "insight,model,download")
                    @Nullable
                    String steps,
            @BeanParam DayWords days,
            @Context UriInfo address) {
        QueryParameters parameters = QueryParameters.of(address.getQueryParameters());
        return turns.take(() -> funnels.answer(parameters));
    }

    @GET
    @Path("/retention")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "In which weeks signed-in clients come back",
            description = "Of signed-in clients alone: nobody else is recognised on another day.")
    @APIResponse(responseCode = "200", description = "A cohort for each week, the earliest first")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    @ResponseHeader(name = "Cache-Control", value = "private, no-store")
    public Retention retention(
            @RestQuery @Parameter(description = "How many, up to the current one, 1 to 52; 8 unless said") @Nullable
                    String weeks,
            @Context UriInfo address) {
        QueryParameters parameters = QueryParameters.of(address.getQueryParameters());
        return turns.take(() -> retention.answer(parameters));
    }

    @GET
    @Path("/filtered")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "What became of what was accepted, and what was not counted",
            description =
                    "By the UTC day of receipt. With `reason` also its events, kept for seven days, newest first.")
    @APIResponse(responseCode = "200", description = "accepted = stored + filtered + duplicates")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    @ResponseHeader(name = "Cache-Control", value = "private, no-store")
    public FilteredCounts filtered(
            @RestQuery
                    @Parameter(description = "One of `reasons`: list its events", example = "bot-user-agent")
                    @Nullable
                    String reason,
            @BeanParam DayWords days,
            @BeanParam PageWords page,
            @Context UriInfo address) {
        return filtered.answer(QueryParameters.of(address.getQueryParameters()));
    }
}
