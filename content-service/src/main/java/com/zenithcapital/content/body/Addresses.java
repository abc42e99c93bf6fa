package com.zenithcapital.content.body;

import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Which addresses a link may lead to and an image may come from. */
final class Addresses {

    private static final Set<String> LINKS = Set.of("http", "https", "mailto");
    private static final Set<String> IMAGES = Set.of("https");

    /** In chars; some servers and browsers take no longer ones. */
    static final int LONGEST = 2_000;

    private Addresses() {}

    /** A link that may not lead where it leads becomes its text, an image its description. */
    static void unwrapBad(Node document) {
        for (Node node : Tree.nodes(document)) {
            boolean bad =
                    switch (node) {
                        case Link link -> !mayLink(notTooLong(link.getDestination()));
                        case Image image -> !mayShow(notTooLong(image.getDestination()));
                        default -> false;
                    };
            if (bad) {
                Tree.unwrap(node);
            }
        }
    }

    private static String notTooLong(String address) {
        if (address.length() > LONGEST) {
            throw new UnrenderableException("an address of more than " + LONGEST + " characters");
        }
        return address;
    }

    static boolean mayLink(String address) {
        return allowed(plain(address), LINKS);
    }

    /** An address without a scheme but with a host would be fetched by HTTP from a page that was. */
    static boolean mayShow(String address) {
        String plain = plain(address);
        return !plain.isEmpty() && !plain.replace('\\', '/').startsWith("//") && allowed(plain, IMAGES);
    }

    private static boolean allowed(String plain, Set<String> schemes) {
        int colon = plain.indexOf(':');
        return colon < 0 || isPathBefore(colon, plain) || schemes.contains(plain.substring(0, colon));
    }

    private static boolean isPathBefore(int colon, String plain) {
        return plain.substring(0, colon).chars().anyMatch(read -> read == '/' || read == '?' || read == '#');
    }

    /** As browsers read it, who overlook white space and control characters, and some once overlooked more. */
    private static String plain(String address) {
        StringBuilder plain = new StringBuilder(address.length());
        address.codePoints()
                .filter(read -> !Character.isWhitespace(read)
                        && !Character.isSpaceChar(read)
                        && !Character.isISOControl(read)
                        && Character.getType(read) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
