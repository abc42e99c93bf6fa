package com.zenithcapital.content.audit;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.zenithcapital.platform.correlation.CorrelationId;
import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.identity.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notes who did what, in the transaction of what was done. */
@ApplicationScoped
public class AuditTrail {

    private final Database database;

    AuditTrail(Database database) {
        this.database = database;
    }

    @Transactional(MANDATORY)
    public void note(
            Instant at,
            UserId actor,
            String actorName,
            String action,
            UUID insight,
            int revision,
            List<String> fields) {
        database.update("""
                insert into audit (at, actor, actor_name, action, insight_id, revision, fields, correlation_id)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, at, actor.value(), actorName, action, insight, revision, fields, CorrelationId.current());
    }
}
