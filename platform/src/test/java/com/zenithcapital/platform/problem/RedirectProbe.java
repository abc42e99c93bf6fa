package com.zenithcapital.platform.problem;

import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** A route that sends its caller to sign in, as the code flow does. */
@Singleton
class RedirectProbe {

    void route(@Observes Router router) {
        router.get("/probe-sign-in").handler(request -> {
            request.response().setStatusCode(302).putHeader("Location", "http://provider.example/sign-in");
            request.fail(new AuthenticationRedirectException("http://provider.example/sign-in"));
        });
    }
}
