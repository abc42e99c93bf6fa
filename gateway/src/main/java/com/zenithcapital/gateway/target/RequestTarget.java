package com.zenithcapital.gateway.target;

import static com.zenithcapital.gateway.target.TargetProblem.INVALID_PATH;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request, taken apart once. Routing and authorisation have been walked around elsewhere by paths that two
 * readers understood differently; so a path is either unambiguous or refused, and nothing here is ever repaired.
 *
 * @param uri path and query as received, for the service: what was checked is what is forwarded
 * @param path the path as received, without the query
 * @param segments the path's segments, percent-decoded: what routes are matched on
 */
public record RequestTarget(String uri, String path, List<String> segments) {

    public RequestTarget {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a request target in origin form or absolute form (RFC 9112, section 3.2).
     *
     * @throws com.zenithcapital.platform.problem.ProblemException {@code invalid-path} where it could be read in two ways
     */
    public static RequestTarget parse(String received) {
        String uri = originForm(received);
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        requirePlainAscii(uri);
        return new RequestTarget(uri, path, segments(path));
    }

    private static String originForm(String received) {
        if (received.startsWith("/")) {
            return received;
        }
        // Absolute form, which RFC 9112 (3.2.2) obliges every server to take. What stands as authority is not used.
        int scheme = received.indexOf("://");
        if (scheme <= 0 || !isHttp(received.substring(0, scheme))) {
            throw INVALID_PATH.because("The request target is neither a path nor an http URI.");
        }
        int path = received.indexOf('/', scheme + 3);
        int query = received.indexOf('?', scheme + 3);
        if (path < 0 || (query >= 0 && query < path)) {
            throw INVALID_PATH.because("The request target has no path.");
        }
        return received.substring(path);
    }

    private static boolean isHttp(String scheme) {
        return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    }

    private static void requirePlainAscii(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                throw INVALID_PATH.because("The request target has a character that must be percent-encoded.");
            }
            if (c == '#') {
                throw INVALID_PATH.because("The request target has a fragment.");
            }
        }
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int start = 1;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            // An empty segment is taken at the end only, where it is a trailing slash: no route has one, so it is a
            // 404.
            if (end == start && slash >= 0) {
                throw INVALID_PATH.because("The path has an empty segment.");
            }
            segments.add(segment(path, start, end));
            start = end + 1;
        }
        return segments;
    }

    private static String segment(String path, int start, int end) {
        @Nullable ByteBuffer decoded = null;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (c == ';' || c == '\\') {
                throw INVALID_PATH.because("The path has a '%c'.".formatted(c));
            }
            if (c == '%') {
                decoded = decoded != null ? decoded : prefix(path, start, i, end);
                decoded.put(octet(path, i, end));
                i += 2;
            } else if (decoded != null) {
                decoded.put((byte) c);
            }
        }
        String segment = decoded == null ? path.substring(start, end) : text(decoded.flip());
        if (segment.equals(".") || segment.equals("..")) {
            throw INVALID_PATH.because("The path has a dot segment.");
        }
        return segment;
    }

    private static ByteBuffer prefix(String path, int start, int here, int end) {
        return ByteBuffer.allocate(end - start).put(path.substring(start, here).getBytes(UTF_8));
    }

    private static byte octet(String path, int percent, int end) {
        int high = percent + 2 < end ? Character.digit(path.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < end ? Character.digit(path.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw INVALID_PATH.because("The path has a malformed percent-encoding.");
        }
        int octet = high << 4 | low;
        switch (octet) {
            case '/', '\\', ';' -> throw INVALID_PATH.because("The path has an encoded '%c'.".formatted((char) octet));
            // "%252F" is a slash to whoever decodes twice. No path of ours needs a percent sign.
            case '%' -> throw INVALID_PATH.because("The path is percent-encoded twice.");
            default -> {
                return (byte) octet;
            }
        }
    }

    private static String text(ByteBuffer decoded) {
        String text;
        try {
            // Strict: overlong forms, such as %C0%AF for a slash, are malformed.
            text = UTF_8.newDecoder().decode(decoded).toString();
        } catch (CharacterCodingException e) {
            throw INVALID_PATH.because("The path is not percent-encoded UTF-8.").causedBy(e);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw INVALID_PATH.because("The path has an encoded control character.");
        }
        return text;
    }
}
