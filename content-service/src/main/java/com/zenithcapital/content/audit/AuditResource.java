package com.zenithcapital.content.audit;

import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The trail, for administrators: who did what when to which revision. */
@Path("/api/v1/admin/audit")
@RunOnVirtualThread
class AuditResource {

    private final AuditQueries queries;

    AuditResource(AuditQueries queries) {
        this.queries = queries;
    }

    /**
     * The newest first.
     *
     * @param actor a user's id
     * @param action a word such as {@code published}
     * @param insight an insight's id
     * @param since RFC 3339: from then on
     * @param until RFC 3339: up to then, and no longer
     */
    @GET
    @RolesAllowed(Roles.ADMIN)
    public Page<AuditEntry> list(
            @Context UriInfo address,
            @RestQuery @Nullable String actor,
            @RestQuery @Nullable String action,
            @RestQuery @Nullable String insight,
            @RestQuery @Nullable String since,
            @RestQuery @Nullable String until,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {
        return queries.list(AuditFilter.parse(address.getQueryParameters()), Limit.parse(limit), cursor);
    }
}
