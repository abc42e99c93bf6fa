package com.zenithcapital.analytics.export;

import static com.zenithcapital.platform.input.QueryParameters.refused;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.analytics.question.Contract;
import com.zenithcapital.analytics.question.FilterWords;
import com.zenithcapital.analytics.question.PeriodWords;
import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.input.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Files of what is known. */
@Path("/api/v1/admin/analytics/export")
@RunOnVirtualThread
class ExportResource {

    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** One JSON value a line (ndjson.org). */
    private static final String NDJSON = "application/x-ndjson";

    private final Tables tables;
    private final RawEvents events;
    private final ObjectMapper json;
    private final Clock clock;

    ExportResource(Tables tables, RawEvents events, ObjectMapper json, Clock clock) {
        this.tables = tables;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces({CSV, XLSX})
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "An answer as a file",
            description =
                    "Of `query`, with its parameters, all pages. Times are RFC 3339. A text that begins like a formula"
                            + " (= + - @ TAB CR) has an apostrophe before it.")
    @APIResponse(responseCode = "200", description = "CSV (RFC 4180, UTF-8, with a header), or a workbook")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    public Response table(
            @RestQuery @Parameter(description = "csv or xlsx", required = true) @Nullable String format,
            @RestQuery
                    @Parameter(
                            description = "summary, timeseries, breakdown, filtered, readership, funnel or retention",
                            required = true)
                    @Nullable
                    String query,
            @BeanParam PeriodWords period,
            @BeanParam FilterWords filter,
            @Context UriInfo address) {
        QueryParameters parameters = QueryParameters.of(address.getQueryParameters());
        parameters.onlyOnce(Set.of("format", "query"));
        boolean csv = parameters
                .word("format", List.of("csv", "xlsx"))
                .orElseThrow(() -> refused("format", "format is csv or xlsx."))
                .equals("csv");
        Table table = tables.of(parameters.raw("query"), parameters.without(Set.of("format", "query")));
        StreamingOutput file = out -> {
            if (csv) {
                CsvFile.write(table, out);
            } else {
                XlsxFile.write(table, out);
            }
        };
        String name = "zenith-%s-%s.%s".formatted(table.name(), today(), csv ? "csv" : "xlsx");
        return file(file, csv ? CSV : XLSX, name);
    }

    @GET
    @Path("/events")
    @Produces(NDJSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "The raw events of a UTC day",
            description = "One JSON object a line, in the order in which they happened, without the visitors' keys.")
    @APIResponse(responseCode = "200", description = "The events that are still kept")
    @APIResponse(responseCode = "400", description = Contract.REFUSED)
    public Response events(
            @RestQuery @Parameter(description = "A date (UTC)", required = true, example = "2026-11-01") @Nullable
                    String day,
            @Context UriInfo address) {
        LocalDate wanted = day(QueryParameters.of(address.getQueryParameters()).only(Set.of("day")));
        List<RawEvent> first = events.first(wanted);
        StreamingOutput lines = out -> {
            List<RawEvent> batch = first;
            while (!batch.isEmpty()) {
                for (RawEvent event : batch) {
                    out.write(json.writeValueAsBytes(event));
                    out.write('\n');
                }
                batch = events.next(wanted, batch.getLast());
            }
        };
        return file(lines, NDJSON, "zenith-events-%s.ndjson".formatted(wanted));
    }

    private static LocalDate day(QueryParameters parameters) {
        String wanted = "day is a date such as 2026-11-01.";
        String day = parameters.text("day", 10).orElseThrow(() -> refused("day", wanted));
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw refused("day", wanted).causedBy(e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Response file(StreamingOutput content, String type, String name) {
        return Response.ok(content, type)
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .build();
    }
}
