package com.zenithcapital.content.reading;

import com.zenithcapital.content.cache.Reply;
import com.zenithcapital.content.cache.VisitorRead;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The two reads that visitors do most: a list by time, and one insight. */
@Singleton
class VisitorInsights implements VisitorRead {

    private static final String LIST = InsightResource.INSIGHTS;
    private static final String PAGE = LIST + '/';

    private final Insights insights;

    VisitorInsights(Insights insights) {
        this.insights = insights;
    }

    @Override
    public Optional<Supplier<Optional<Reply>>> of(HttpServerRequest request) {
        @Nullable String path = request.path();
        @Nullable String query = request.query();
        if (path == null) {
            return Optional.empty();
        }
        if (path.equals(LIST)) {
            Map<String, List<String>> parameters = parameters(request);
            return Optional.of(() -> Optional.of(insights.list(Audience.EVERYBODY, ListRequest.of(parameters))));
        }
        if (query == null && path.startsWith(PAGE) && isSlug(path)) {
            return Optional.of(() -> insights.page(Audience.EVERYBODY, path.substring(PAGE.length())));
        }
        return Optional.empty();
    }

    private static Map<String, List<String>> parameters(HttpServerRequest request) {
        MultiMap given = request.params();
        Map<String, List<String>> parameters = HashMap.newHashMap(given.size());
        given.names().forEach(name -> parameters.put(name, given.getAll(name)));
        return parameters;
    }

    /** One that is written plainly; any other is for REST to decode. */
    private static boolean isSlug(String path) {
        for (int i = PAGE.length(); i < path.length(); i++) {
            char c = path.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return path.length() > PAGE.length();
    }
}
