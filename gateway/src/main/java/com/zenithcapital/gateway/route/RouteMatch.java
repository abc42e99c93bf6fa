package com.zenithcapital.gateway.route;

import java.util.List;

/** What the route table says of a method and a path. */
public sealed interface RouteMatch {

    /** The route to take. */
    record Found(Route route) implements RouteMatch {}

    /** The path exists, the method does not; {@code allowed} goes into {@code Allow} (RFC 9110, section 15.5.6). */
    record WrongMethod(String routeName, List<String> allowed) implements RouteMatch {

        public WrongMethod {
            allowed = List.copyOf(allowed);
        }
    }

    /** No route has this path. */
    record Unknown() implements RouteMatch {}
}
