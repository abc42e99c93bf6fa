package com.zenithcapital.modelfile.reconciliation;

import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the comparisons of rows and objects found, for who answers for the bytes. */
@Path("/api/v1/admin/reconciliations")
@RunOnVirtualThread
class ReconciliationResource {

    private final Runs runs;

    ReconciliationResource(Runs runs) {
        this.runs = runs;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    public Page<RunView> list(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor) {
        return runs.list(Limit.parse(limit), cursor);
    }
}
