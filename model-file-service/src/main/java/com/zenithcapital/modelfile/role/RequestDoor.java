package com.zenithcapital.modelfile.role;

import static com.zenithcapital.platform.problem.CommonProblem.UNAVAILABLE;

import com.zenithcapital.platform.problem.ProblemAnswer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Keeps requests out of an instance that takes none. Health and metrics have a port of their own. */
@Singleton
class RequestDoor {

    /** Before everything else: not even a token is looked at. */
    private static final int FIRST = 10_000;

    private final Role role;

    RequestDoor(RoleConfig config) {
        this.role = config.role();
    }

    void filters(@Observes Filters filters) {
        if (!role.takesRequests()) {
            filters.register(RequestDoor::refuse, FIRST);
        }
    }

    private static void refuse(RoutingContext request) {
        ProblemAnswer.send(request, UNAVAILABLE, "This instance examines workbooks and takes no requests.");
    }
}
