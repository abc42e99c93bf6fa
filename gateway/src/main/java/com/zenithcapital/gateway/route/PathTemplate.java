package com.zenithcapital.gateway.route;

import java.util.List;

/**
 * A path with named places, such as {@code /api/v1/models/{slug}}. A place stands for one whole segment that is not empty.
 *
 * @param text the template as written: the route's name in logs and metrics
 * @param segments its segments
 */
record PathTemplate(String text, List<String> segments) {

    PathTemplate {
        segments = List.copyOf(segments);
    }

    static PathTemplate of(String text) {
        if (!text.startsWith("/") || text.endsWith("/")) {
            throw new IllegalArgumentException("A template starts with a slash and ends without one: " + text);
        }
        return new PathTemplate(text, List.of(text.substring(1).split("/")));
    }

    boolean matches(List<String> path) {
        if (path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            String wanted = segments.get(i);
            String given = path.get(i);
            if (isPlace(wanted) ? given.isEmpty() : !wanted.equals(given)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlace(String segment) {
        return segment.startsWith("{");
    }
}
