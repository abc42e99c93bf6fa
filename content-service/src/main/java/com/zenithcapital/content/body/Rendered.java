package com.zenithcapital.content.body;

import java.util.List;

/**
 * What readers get of a Markdown text.
 *
 * @param html only what {@link AllowList} names, fit to be put into a page as it is
 * @param text what the page says, a line per block, without markup: for search and for feeds
 * @param outline the headings that have a text, from top to bottom
 * @param words see {@link Words}
 * @param readingMinutes full minutes, at least 1
 */
public record Rendered(String html, String text, List<Heading> outline, int words, int readingMinutes) {

    public Rendered {
        outline = List.copyOf(outline);
    }
}
