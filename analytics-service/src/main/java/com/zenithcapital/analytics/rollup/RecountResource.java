package com.zenithcapital.analytics.rollup;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;

import com.zenithcapital.platform.identity.Roles;
import com.zenithcapital.platform.input.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** For administrators who doubt a figure. */
@Path("/api/v1/admin/analytics/recount")
@RunOnVirtualThread
class RecountResource {

    private static final Set<String> KNOWN = Set.of("day", "dryRun");

    private final Recount recount;

    RecountResource(Recount recount) {
        this.recount = recount;
    }

    /**
     * Counts a day again. It takes as long as reading the day does; without a dry run nothing else is counted
     * meanwhile.
     *
     * @param day UTC, such as 2026-11-01
     * @param dryRun whether to leave the roll-ups as they are, which is what happens if it is not said
     */
    @POST
    @RolesAllowed(Roles.ADMIN)
    public Recounted recount(
            @Context UriInfo address, @RestQuery @Nullable String day, @RestQuery @Nullable String dryRun)
            throws SQLException {
        QueryParameters parameters =
                QueryParameters.of(address.getQueryParameters()).only(KNOWN);
        LocalDate date = date(day);
        return parameters.flag("dryRun").orElse(true) ? recount.compare(date) : recount.correct(date);
    }

    private static LocalDate date(@Nullable String text) {
        String wanted = "day is a UTC day such as 2026-11-01.";
        if (text == null) {
            throw INVALID_REQUEST.at("query:day", wanted);
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            throw INVALID_REQUEST.at("query:day", wanted).causedBy(e);
        }
        throw INVALID_REQUEST.at("query:day", wanted);
    }
}
