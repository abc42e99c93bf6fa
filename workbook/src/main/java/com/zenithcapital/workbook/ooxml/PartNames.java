package com.zenithcapital.workbook.ooxml;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Part names as entries of the archive have them: no leading slash (ECMA-376 part 2, 6.2 and annex A). */
final class PartNames {

    /** In any case, as part names are compared: who looks for macros must look where Excel does. */
    private static final Pattern RELATIONSHIPS =
            Pattern.compile("((?:.*/)?)_rels/(.*)\\.rels", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PartNames() {}

    /** Where the relationships of a part are kept; {@code ""} stands for the package itself. */
    static String relationshipsOf(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    /** The part whose relationships {@code relationshipsPart} holds. */
    static String sourceOf(String relationshipsPart) {
        Matcher parts = RELATIONSHIPS.matcher(relationshipsPart);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a part of relationships: " + relationshipsPart);
        }
        return parts.group(1) + parts.group(2);
    }

    static boolean isRelationships(String part) {
        return RELATIONSHIPS.matcher(part).matches();
    }

    /** A target as seen from {@code source}. What would climb above the root stays at the root. */
    static String resolve(String source, String target) {
        String path = target.replaceFirst("[?#].*", "").replace('\\', '/');
        String whole = path.startsWith("/") ? path : source.substring(0, source.lastIndexOf('/') + 1) + path;
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : whole.split("/")) {
            switch (segment) {
                case "", "." -> {
                    // Nothing to go down to.
                }
                case ".." -> segments.pollLast();
                default -> segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }

    /** Some writers escape a space in the target and not in the entry's name. */
    static String unescape(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
