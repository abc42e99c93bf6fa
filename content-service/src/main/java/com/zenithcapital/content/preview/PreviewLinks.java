package com.zenithcapital.content.preview;

import static com.zenithcapital.content.insight.InsightProblem.NOT_YOUR_INSIGHT;
import static com.zenithcapital.content.preview.PreviewProblem.EXPIRED;
import static com.zenithcapital.content.preview.PreviewProblem.REVOKED;
import static com.zenithcapital.platform.problem.CommonProblem.INVALID_REQUEST;
import static com.zenithcapital.platform.problem.CommonProblem.NOT_FOUND;

import com.zenithcapital.content.audit.AuditTrail;
import com.zenithcapital.content.insight.Actor;
import com.zenithcapital.content.insight.InsightId;
import com.zenithcapital.content.insight.InsightRows;
import com.zenithcapital.content.preview.PreviewLinkRows.Closed;
import com.zenithcapital.content.preview.PreviewLinkRows.Kept;
import com.zenithcapital.content.preview.PreviewLinkRows.Shown;
import com.zenithcapital.content.revision.Revisions;
import com.zenithcapital.platform.cursor.Cursor;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.cursor.Page;
import com.zenithcapital.platform.id.Ids;
import com.zenithcapital.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes links, takes them back, and shows what they lead to. */
@ApplicationScoped
class PreviewLinks {

    static final String PATH = "/api/v1/previews/";

    private static final String LIST = "admin-preview-links";

    private final PreviewLinkRows rows;
    private final PreviewSignatures signatures;
    private final Revisions revisions;
    private final AuditTrail audit;
    private final PreviewConfig config;

    PreviewLinks(
            PreviewLinkRows rows,
            PreviewSignatures signatures,
            Revisions revisions,
            AuditTrail audit,
            PreviewConfig config) {
        this.rows = rows;
        this.signatures = signatures;
        this.revisions = revisions;
        this.audit = audit;
        this.config = config;
    }

    /**
     * Makes one, pinned to a revision.
     *
     * @param revision null for the newest
     */
    @Transactional
    PreviewLink make(Actor actor, InsightId insight, @Nullable Integer revision, int hours) {
        Optional<Kept> made = rows.insert(actor, insight, Ids.next(), revision, hours);
        if (made.isEmpty()) {
            requireReached(actor, insight);
            throw INVALID_REQUEST.at("/revision", "The insight has no revision %s.".formatted(revision));
        }
        note(made.get().madeAt(), actor, "preview-made", insight, made.get());
        return link(made.get());
    }

    /** The newest first, with those that show nothing any more. */
    Page<PreviewLink> list(Actor actor, InsightId insight, Limit limit, @Nullable String cursor) {
        List<Kept> found = rows.list(actor, insight, Cursor.decode(LIST, cursor), limit);
        if (found.isEmpty()) {
            requireReached(actor, insight);
        }
        return Page.of(found, limit, last -> Cursor.of(LIST, last.madeAt(), last.id()))
                .map(this::link);
    }

    /** Repeatable: the second time it is revoked already. */
    @Transactional
    void revoke(Actor actor, InsightId insight, UUID id) {
        Optional<Kept> revoked = rows.revoke(actor, insight, id);
        if (revoked.isPresent()) {
            Kept link = revoked.get();
            note(Optional.ofNullable(link.revokedAt()).orElseThrow(), actor, "preview-revoked", insight, link);
            return;
        }
        requireReached(actor, insight);
        if (!rows.exists(insight, id)) {
            throw NOT_FOUND.because("The insight has no preview link %s.".formatted(id));
        }
    }

    /** What a link shows; the visit is counted. */
    Preview open(String text) {
        PreviewToken token = signatures.read(text).orElseThrow(PreviewLinks::nothing);
        Shown shown = rows.visit(token.link()).orElseThrow(() -> whyClosed(token.link()));
        return revisions
                .find(shown.insight(), shown.revision())
                .map(manuscript -> Preview.of(manuscript, shown.revision(), shown.expiresAt()))
                .orElseThrow(PreviewLinks::nothing);
    }

    private ProblemException whyClosed(UUID link) {
        Optional<Closed> closed = rows.closed(link);
        if (closed.isEmpty() || closed.get().inTrash()) {
            return nothing();
        }
        return closed.get().revoked()
                ? REVOKED.because("This link was taken back. Ask who gave it to you for another.")
                : EXPIRED.because("This link's time is over. Ask who gave it to you for another.");
    }

    /** The same for a forged token and for one whose insight is gone: a guess learns nothing. */
    private static ProblemException nothing() {
        return NOT_FOUND.because("There is no such preview.");
    }

    private void requireReached(Actor actor, InsightId insight) {
        if (!rows.isReached(actor, insight).orElseThrow(() -> InsightRows.notFound(insight))) {
            throw NOT_YOUR_INSIGHT.because(
                    "Preview links are for who wrote the insight, their co-editors, or an editor.");
        }
    }

    private void note(Instant at, Actor actor, String action, InsightId insight, Kept link) {
        audit.note(at, actor.id(), actor.name(), action, insight.value(), link.revision(), List.of());
    }

    private PreviewLink link(Kept kept) {
        String token = signatures.write(new PreviewToken(kept.id(), kept.revision(), kept.expiresAt()));
        return new PreviewLink(
                kept.id(),
                kept.revision(),
                config.baseUrl() + PATH + token,
                kept.madeBy(),
                kept.madeAt(),
                kept.expiresAt(),
                kept.revokedAt(),
                kept.uses(),
                kept.lastUsedAt());
    }
}
