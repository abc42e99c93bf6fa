package com.zenithcapital.analytics.origin;

import java.util.List;

/** User agents of programs: crawlers, link previews, monitors, libraries, browsers without a window. */
final class Robots {

    private static final String EXCEPTION = "!";

    private final List<String> words;
    private final List<String> exceptions;

    private Robots(List<String> words, List<String> exceptions) {
        this.words = words;
        this.exceptions = exceptions;
    }

    /** From {@code origin/robots.txt}. */
    static Robots listed() {
        List<String> lines = ResourceLines.of("robots.txt");
        return new Robots(
                lines.stream().filter(line -> !line.startsWith(EXCEPTION)).toList(),
                lines.stream()
                        .filter(line -> line.startsWith(EXCEPTION))
                        .map(line -> line.substring(EXCEPTION.length()))
                        .toList());
    }

    /** @param agent in small letters */
    boolean include(String agent) {
        String rest = agent;
        for (String exception : exceptions) {
            rest = rest.replace(exception, "");
        }
        return words.stream().anyMatch(rest::contains);
    }
}
