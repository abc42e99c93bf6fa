package com.zenithcapital.gateway.session;

import static com.zenithcapital.platform.problem.CommonProblem.INTERNAL;

import com.zenithcapital.gateway.record.RequestRecord;
import com.zenithcapital.gateway.route.Page;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.Logger;

/** What the gateway answers itself: who is signed in, and how that begins and ends. */
@Singleton
public final class SessionPages {

    private static final Logger LOG = Logger.getLogger(SessionPages.class);

    private final SignIn signIn;
    private final SignedIn signedIn;
    private final SignOut signOut;
    private final BackChannelLogout backChannelLogout;
    private final Answers answers;

    SessionPages(
            SignIn signIn, SignedIn signedIn, SignOut signOut, BackChannelLogout backChannelLogout, Answers answers) {
        this.signIn = signIn;
        this.signedIn = signedIn;
        this.signOut = signOut;
        this.backChannelLogout = backChannelLogout;
        this.answers = answers;
    }

    /** Answers a request that was let pass; on its own event loop, with the request paused. */
    public void answer(Page page, RoutingContext context, RequestRecord record) {
        (switch (page) {
                    case SESSION -> signedIn.answer(context, record);
                    case LOGIN -> signIn.answer(context, record);
                    case LOGOUT -> signOut.answer(context, record);
                    case BACK_CHANNEL_LOGOUT -> backChannelLogout.answer(context, record);
                })
                .onFailure(failure -> {
                    LOG.error("Request broken by the gateway itself", failure);
                    answers.problem(context, INTERNAL.because("Something went wrong in the gateway."), Map.of());
                });
    }
}
