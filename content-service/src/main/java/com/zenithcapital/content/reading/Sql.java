package com.zenithcapital.content.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A statement put together of pieces, each with the values of its question marks. No piece comes from a caller. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Sql add(String piece, Object... its) {
        text.append(piece);
        values.addAll(Arrays.asList(its));
        return this;
    }

    String text() {
        return text.toString();
    }

    Object[] values() {
        return values.toArray();
    }
}
