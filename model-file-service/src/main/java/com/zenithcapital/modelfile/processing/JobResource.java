package com.zenithcapital.modelfile.processing;

import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.modelfile.database.Database;
import com.zenithcapital.modelfile.database.Row;
import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.Reason;
import com.zenithcapital.modelfile.version.VersionState;
import com.zenithcapital.platform.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where a job stands, for who polls it. */
@Path("/api/v1/admin/jobs/{id}")
@RunOnVirtualThread
class JobResource {

    private final Database database;

    JobResource(Database database) {
        this.database = database;
    }

    @GET
    @RolesAllowed({Roles.ANALYST, Roles.EDITOR})
    public Response get(@RestPath UUID id) {
        JobView job = find(new JobId(id)).orElseThrow(() -> NOT_FOUND.because("There is no job %s.".formatted(id)));
        return Response.ok(job).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** By the primary keys of the three tables. */
    private Optional<JobView> find(JobId id) {
        return database.first("""
                select j.id, j.state, j.percent, j.attempts, j.reason_slug, j.reason_detail, j.reason_next_step,
                       j.created_at, j.finished_at, m.id as model_id, m.slug, v.number
                from job j
                join version v on v.id = j.version_id
                join model m on m.id = v.model_id
                where j.id = ?
                """, JobResource::view, id.value());
    }

    private static JobView view(Row row) throws SQLException {
        return new JobView(
                new JobId(row.uuid("id")),
                VersionState.valueOf(row.text("state")),
                row.integer("percent"),
                row.integer("attempts"),
                new JobView.Model(new ModelId(row.uuid("model_id")), row.text("slug")),
                row.integer("number"),
                reason(row),
                row.instant("created_at"),
                row.optionalInstant("finished_at").orElse(null));
    }

    private static @Nullable Reason reason(Row row) throws SQLException {
        Optional<String> slug = row.optionalText("reason_slug");
        return slug.isEmpty() ? null : new Reason(slug.get(), row.text("reason_detail"), row.text("reason_next_step"));
    }
}
