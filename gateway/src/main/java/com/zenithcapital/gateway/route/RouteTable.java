package com.zenithcapital.gateway.route;

import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Every route there is. What is not in it does not reach a service, so a service's other paths, of a framework say, are
 * closed without anybody having to think of them.
 */
@Singleton
public final class RouteTable {

    // By number of segments: a lookup compares a handful of templates, not all of them.
    private final Map<Integer, List<Route>> bySize = new HashMap<>();

    @Inject
    RouteTable() {
        this(Routes.ALL);
    }

    RouteTable(List<Route> routes) {
        for (Route route : routes) {
            List<Route> sameSize =
                    bySize.computeIfAbsent(route.template().segments().size(), _ -> new ArrayList<>());
            if (sameSize.stream().anyMatch(other -> sameKey(route, other))) {
                throw new IllegalArgumentException("Two routes are %s %s".formatted(route.method(), route.name()));
            }
            sameSize.add(route);
        }
    }

    private static boolean sameKey(Route one, Route other) {
        return Objects.equals(one.method(), other.method()) && one.name().equals(other.name());
    }

    /** The route for a method and a decoded path. Where two templates fit, the one that was declared first is taken. */
    public RouteMatch match(HttpMethod method, List<String> path) {
        List<Route> candidates = bySize.getOrDefault(path.size(), List.of());
        for (Route route : candidates) {
            if (route.takes(method) && route.template().matches(path)) {
                return new RouteMatch.Found(route);
            }
        }
        TreeSet<String> allowed = new TreeSet<>();
        String name = "";
        for (Route route : candidates) {
            if (route.template().matches(path)) {
                name = route.name();
                allowed.add(route.method().name());
                if (route.method().equals(HttpMethod.GET)) {
                    allowed.add(HttpMethod.HEAD.name());
                }
            }
        }
        return allowed.isEmpty() ? new RouteMatch.Unknown() : new RouteMatch.WrongMethod(name, List.copyOf(allowed));
    }
}
