package com.zenithcapital.analytics.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer in rows and columns. Its first rows are there when it is made, so that what cannot be answered is refused
 * before anything is sent.
 *
 * @param name what it holds, in a file's name
 */
record Table(String name, List<String> columns, Rows rows) {

    Table {
        columns = List.copyOf(columns);
    }

    /** Hands over row by row; asks for more as it goes. */
    @FunctionalInterface
    interface Rows {
        void to(Sheet sheet) throws IOException;
    }

    /** Takes rows: a value is a number, or a text by its {@code toString}, or nothing. */
    @FunctionalInterface
    interface Sheet {
        void row(@Nullable Object... values) throws IOException;
    }
}
