package com.zenithcapital.platform.cursor;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the part after this one; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of what a query for {@code limit + 1} rows found: the row too many tells that there is more.
     *
     * @param cursor where a row stands in the list's order
     */
    public static <T> Page<T> of(List<T> found, Limit limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit.value()) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit.value());
        return new Page<>(items, cursor.apply(items.getLast()).encode());
    }

    /** The same page, shown otherwise. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
