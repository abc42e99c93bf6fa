package com.zenithcapital.modelfile.processing;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Where a job stands, for who polls it. */
@Path("/api/v1/admin/jobs/{id}")
@RunOnVirtualThread
class JobResource {

    private final Jobs jobs;

    JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response get(@RestPath UUID id) {
        JobView job =
                jobs.find(new JobId(id)).orElseThrow(() -> NOT_FOUND.because("There is no job %s.".formatted(id)));
        return Response.ok(job).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
