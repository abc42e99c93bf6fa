package com.zenithcapital.content.reading;

import com.zenithcapital.content.search.SearchText;
import com.zenithcapital.platform.cursor.Limit;
import com.zenithcapital.platform.input.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants of the list.
 *
 * @param question normalised; the list is then by rank
 * @param fields those of each item; empty for all
 */
record ListRequest(
        Filter filter,
        Optional<String> question,
        boolean oldestFirst,
        Set<String> fields,
        Limit limit,
        @Nullable String cursor) {

    private static final Set<String> PARAMETERS =
            Set.of("tag", "author", "issuer", "q", "since", "until", "sort", "fields", "limit", "cursor");

    private static final List<String> FIELDS = List.of(
            "id",
            "slug",
            "title",
            "summary",
            "tags",
            "authors",
            "issuer",
            "ticker",
            "rating",
            "targetPrice",
            "heroImage",
            "language",
            "audience",
            "readingMinutes",
            "publishedAt",
            "updatedAt");

    private static final String EXCERPT = "excerpt";
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_FIELDS = 300;

    static ListRequest of(Map<String, List<String>> query) {
        QueryParameters parameters = QueryParameters.of(query).only(PARAMETERS);
        Optional<String> question = parameters.text("q", LONGEST_QUESTION).map(SearchText::normalise);
        return new ListRequest(
                Filter.of(parameters),
                question,
                isOldestFirst(parameters, question.isPresent()),
                fields(parameters, question.isPresent()),
                Limit.parse(parameters.raw("limit")),
                parameters.raw("cursor"));
    }

    private static boolean isOldestFirst(QueryParameters parameters, boolean searching) {
        @Nullable String sort = parameters.raw("sort");
        if (sort == null) {
            return false;
        }
        if (searching) {
            throw QueryParameters.refused("sort", "What q finds is sorted by rank: leave sort out.");
        }
        return switch (sort) {
            case "newest" -> false;
            case "oldest" -> true;
            default -> throw QueryParameters.refused("sort", "sort is newest or oldest.");
        };
    }

    private static Set<String> fields(QueryParameters parameters, boolean searching) {
        List<String> wanted = parameters
                .text("fields", LONGEST_FIELDS)
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
        for (String field : wanted) {
            if (!FIELDS.contains(field) && !(searching && field.equals(EXCERPT))) {
                throw QueryParameters.refused(
                        "fields",
                        "There is no field \"%s\"; there are %s, and excerpt with q."
                                .formatted(field, String.join(", ", FIELDS)));
            }
        }
        return Set.copyOf(wanted);
    }
}
