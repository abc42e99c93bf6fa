package com.zenithcapital.analytics.origin;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which insight or model a path is about. */
@Singleton
public class ContentPaths {

    private static final String SLUG = "{slug}";

    /** As content-service and model-file-service make them. */
    private static final int LONGEST_SLUG = 100;

    private final List<Pattern> insights;
    private final List<Pattern> models;

    ContentPaths(OriginConfig config) {
        this.insights = patterns("zenith.analytics.insight-paths", config.insightPaths());
        this.models = patterns("zenith.analytics.model-paths", config.modelPaths());
    }

    public @Nullable String insight(String path) {
        return slug(insights, path);
    }

    public @Nullable String model(String path) {
        return slug(models, path);
    }

    private static @Nullable String slug(List<Pattern> patterns, String path) {
        for (Pattern pattern : patterns) {
            @Nullable String slug = pattern.slug(path);
            if (slug != null) {
                return slug;
            }
        }
        return null;
    }

    private static List<Pattern> patterns(String property, List<String> texts) {
        return texts.stream().map(text -> pattern(property, text.strip())).toList();
    }

    private static Pattern pattern(String property, String text) {
        int slug = text.indexOf(SLUG);
        if (slug < 1 || text.charAt(slug - 1) != '/' || !text.startsWith("/")) {
            throw new IllegalStateException(property + ": a path with /{slug} in it is needed, not " + text);
        }
        return new Pattern(text.substring(0, slug), text.substring(slug + SLUG.length()));
    }

    /** What stands before the slug and after it. Without anything after it, all paths below are meant too. */
    private record Pattern(String before, String after) {

        @Nullable
        String slug(String path) {
            if (!path.startsWith(before)) {
                return null;
            }
            int end = path.indexOf('/', before.length());
            int slugEnd = end < 0 ? path.length() : end;
            String slug = path.substring(before.length(), slugEnd);
            return isSlug(slug) && path.startsWith(after, slugEnd) ? slug : null;
        }

        private static boolean isSlug(String text) {
            return !text.isEmpty()
                    && text.length() <= LONGEST_SLUG
                    && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
        }
    }
}
