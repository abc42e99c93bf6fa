package com.zenithcapital.analytics.origin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Lists that come with the service: a line an entry, {@code #} begins a comment. */
final class ResourceLines {

    private ResourceLines() {}

    static List<String> of(String name) {
        try (InputStream in = Objects.requireNonNull(ResourceLines.class.getResourceAsStream("/origin/" + name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return entries(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + name + " cannot be read", e);
        }
    }

    static List<String> entries(Stream<String> lines) {
        return lines.map(line -> line.replaceFirst("(^|\\s+)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
