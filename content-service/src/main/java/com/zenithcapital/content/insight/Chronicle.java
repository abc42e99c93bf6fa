package com.zenithcapital.content.insight;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.zenithcapital.content.audit.AuditTrail;
import com.zenithcapital.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Tells what happened, in its own transaction: to the audit trail, and as a fact to other services. */
@ApplicationScoped
public class Chronicle {

    private final AuditTrail audit;
    private final Outbox outbox;

    Chronicle(AuditTrail audit, Outbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    /** What readers do not notice. */
    @Transactional(MANDATORY)
    public void tell(Action action, Actor actor, Standing after, List<String> fields, Instant at) {
        tell(action, actor, after, fields, at, ref(after, actor));
    }

    /** What is told with more than where the insight stands. */
    @Transactional(MANDATORY)
    public void tell(
            Action action, Actor actor, Standing after, List<String> fields, Instant at, InsightFact.News news) {
        audit.note(at, actor.id(), actor.name(), action.word(), after.id().value(), after.revision(), fields);
        outbox.append(InsightFact.of(at, action, news));
    }

    public static InsightFact.Ref ref(Standing after, Actor actor) {
        return new InsightFact.Ref(
                after.id(),
                after.slug(),
                after.state(),
                after.revision(),
                after.edition().change(),
                actor.id().value());
    }
}
