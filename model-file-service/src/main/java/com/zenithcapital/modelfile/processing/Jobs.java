package com.zenithcapital.modelfile.processing;

import com.zenithcapital.modelfile.version.JobId;
import com.zenithcapital.modelfile.version.ModelId;
import com.zenithcapital.modelfile.version.Reason;
import com.zenithcapital.modelfile.version.VersionState;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs as they are shown, to who polls them and who follows them. */
@ApplicationScoped
class Jobs {

    private final Database database;

    Jobs(Database database) {
        this.database = database;
    }

    Optional<JobView> find(JobId id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Those of them that there are, in any order. By the primary keys of the three tables. */
    List<JobView> find(Collection<JobId> ids) {
        return database.list("""
                select j.id, j.state, j.percent, j.attempts, j.waits_for, j.revision,
                       j.reason_slug, j.reason_detail, j.reason_next_step,
                       j.created_at, j.finished_at, m.id as model_id, m.slug, v.number
                from job j
                join version v on v.id = j.version_id
                join model m on m.id = v.model_id
                where j.id = any (?::uuid[])
                """, Jobs::view, ids.stream().map(JobId::toString).toList());
    }

    private static JobView view(Row row) throws SQLException {
        return new JobView(
                new JobId(row.uuid("id")),
                VersionState.valueOf(row.text("state")),
                row.integer("percent"),
                row.integer("attempts"),
                row.optionalText("waits_for").orElse(null),
                row.number("revision"),
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
