package com.zenithcapital.analytics.query;

import com.zenithcapital.analytics.question.Contract;
import com.zenithcapital.analytics.question.FilterWords;
import com.zenithcapital.analytics.question.PageWords;
import com.zenithcapital.analytics.question.PeriodWords;
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

/**
 * What was counted: in all, over time, and by what. The parameters stand here for the contract; they are read, all of them,
 * from the address, so that an unknown one is seen.
 */
@Path("/api/v1/admin/analytics")
@RunOnVirtualThread
class SumsResource {

    private final Summaries summaries;
    private final TimeseriesQuery timeseries;
    private final BreakdownQuery breakdowns;
    private final Turns turns;

    SumsResource(Summaries summaries, TimeseriesQuery timeseries, BreakdownQuery breakdowns, Turns turns) {
        this.turns = turns;
        this.summaries = summaries;
        this.timeseries = timeseries;
        this.breakdowns = breakdowns;
    }

    @GET
    @Path("/summary")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "What was counted of a period, beside the period of equal length before",
            description = Contract.COUNTED)
    @APIResponse(responseCode = "200", description = "The sums, those before, and the change as shares")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    @ResponseHeader(name = "Cache-Control", value = "private, no-store")
    public Summary summary(@BeanParam PeriodWords period, @BeanParam FilterWords filter, @Context UriInfo address) {
        QueryParameters parameters = QueryParameters.of(address.getQueryParameters());
        return turns.take(() -> summaries.answer(parameters));
    }

    @GET
    @Path("/timeseries")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "The course of a period",
            description = Contract.COUNTED
                    + " Points follow the clocks and calendars of `zone`: a day has 23 or 25 hours where clocks are put,"
                    + " weeks start on Monday. At most 2,000 points. Minutes are kept for the last 24 hours.")
    @APIResponse(responseCode = "200", description = "Every point from the first to the last, zeros included")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    @ResponseHeader(name = "Cache-Control", value = "private, no-store")
    public Timeseries timeseries(
            @BeanParam PeriodWords period,
            @BeanParam FilterWords filter,
            @RestQuery
                    @Parameter(description = "minute, quarter, hour, day, week or month; unsaid what fits the period")
                    @Nullable
                    String interval,
            @Context UriInfo address) {
        QueryParameters parameters = QueryParameters.of(address.getQueryParameters());
        return turns.take(() -> timeseries.answer(parameters));
    }

    @GET
    @Path("/breakdown")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "A period by the values of a dimension",
            description = Contract.COUNTED
                    + " With a filter both dimensions must be counted together, and `from` and `to` be midnights of UTC."
                    + " Pages fit each other for certain where `from` and `to` are given and past.")
    @APIResponse(responseCode = "200", description = "The greatest first; equals by their value")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    @ResponseHeader(name = "Cache-Control", value = "private, no-store")
    public Breakdown breakdown(
            @RestQuery @Parameter(description = "By what: the name of one of the filters", required = true) @Nullable
                    String dimension,
            @BeanParam PeriodWords period,
            @BeanParam FilterWords filter,
            @RestQuery @Parameter(description = "pageviews (unsaid), visits, visitors, downloads or events") @Nullable
                    String sort,
            @BeanParam PageWords page,
            @Context UriInfo address) {
        QueryParameters parameters = QueryParameters.of(address.getQueryParameters());
        return turns.take(() -> breakdowns.answer(parameters));
    }
}
