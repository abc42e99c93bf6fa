package com.zenithcapital.gateway.session;

import com.zenithcapital.gateway.record.RequestRecord;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/logout}: ends the session, here and at the identity provider. */
@Singleton
final class SignOut {

    private static final Logger LOG = Logger.getLogger(SignOut.class);

    private final OpenIdProvider provider;
    private final EndedSessions ended;
    private final Answers answers;

    SignOut(OpenIdProvider provider, EndedSessions ended, Answers answers) {
        this.provider = provider;
        this.ended = ended;
        this.answers = answers;
    }

    /** Who is signed in no more, or never was, is told the same. */
    Future<?> answer(RoutingContext context, RequestRecord record) {
        @Nullable Session session = Session.in(context);
        if (session == null) {
            answers.empty(context, record, 204);
            return Future.succeededFuture();
        }
        ended.end(session.id());
        Cookies.clear(context.request());
        return provider.end(session)
                .onFailure(failure -> LOG.warn("Session not ended at the identity provider", failure))
                .<@Nullable Void>mapEmpty()
                .otherwiseEmpty()
                .onSuccess(_ -> answers.empty(context, record, 204));
    }
}
