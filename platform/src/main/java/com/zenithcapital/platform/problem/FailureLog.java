package com.zenithcapital.platform.problem;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Writes down what went wrong, once, where it is answered. The correlation id is in the logging context. */
final class FailureLog {

    private static final Logger LOG = Logger.getLogger("com.zenithcapital.platform.problem");

    private FailureLog() {}

    static void write(Failure failure, Throwable thrown, RoutingContext request) {
        int status = failure.problem().status();
        String method = request.request().method().name();
        String path = ProblemAnswer.instance(request);
        if (request.response().closed()) {
            // Nobody is there to hear the answer, and whatever broke may have broken by that.
            LOG.debugf(thrown, "Caller went away method=%s path=%s", method, path);
        } else if (status == CommonProblem.UNAVAILABLE.status()) {
            LOG.warnf("Part unavailable method=%s path=%s cause=%s", method, path, thrown);
        } else if (status >= 500) {
            LOG.errorf(thrown, "Request failed method=%s path=%s status=%d", method, path, status);
        } else {
            LOG.debugf(thrown, "Request refused method=%s path=%s status=%d", method, path, status);
        }
    }
}
