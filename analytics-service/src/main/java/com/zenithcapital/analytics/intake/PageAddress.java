package com.zenithcapital.analytics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.analytics.origin.Campaign;
import com.zenithcapital.analytics.origin.Sources;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page, taken apart: what is kept is its path, in one form, and what its query says of a campaign.
 *
 * @param host in small letters; null where only a path was sent
 */
record PageAddress(@Nullable String host, String path, Campaign campaign) {

    private static final String HEX = "0123456789ABCDEF";

    /** What may stand in a path as it is (RFC 3986, 3.3). */
    private static final String PLAIN = "-._~/!$&'()*+,;=:@";

    /** Unreserved: written as they are, never encoded (RFC 3986, 6.2.2.2). */
    private static final String UNRESERVED = "-._~";

    private static final int LONGEST_CAMPAIGN = 200;

    /** Null where it is neither an absolute http address nor a path. */
    static @Nullable PageAddress of(String url) {
        if (url.startsWith("/")) {
            return of(null, url, 0);
        }
        if (!url.regionMatches(true, 0, "http://", 0, 7) && !url.regionMatches(true, 0, "https://", 0, 8)) {
            return null;
        }
        @Nullable String host = Sources.host(url);
        if (host == null) {
            return null;
        }
        int from = url.indexOf("://") + 3;
        while (from < url.length() && "/?#".indexOf(url.charAt(from)) < 0) {
            from++;
        }
        return of(host, url, from);
    }

    private static PageAddress of(@Nullable String host, String url, int from) {
        int fragment = url.indexOf('#', from);
        int end = fragment < 0 ? url.length() : fragment;
        int query = url.indexOf('?', from);
        int pathEnd = query < 0 || query > end ? end : query;
        Campaign campaign = pathEnd < end ? campaign(url.substring(pathEnd + 1, end)) : Campaign.NONE;
        return new PageAddress(host, path(url, from, pathEnd), campaign);
    }

    /** Two ways to write one path become one; no slash at the end, but the root's. */
    private static String path(String url, int from, int to) {
        int end = to;
        while (end > from + 1 && url.charAt(end - 1) == '/') {
            end--;
        }
        if (end <= from) {
            return "/";
        }
        for (int i = from; i < end; i++) {
            if (!isPlain(url.charAt(i))) {
                return encoded(url.substring(from, end));
            }
        }
        return url.substring(from, end);
    }

    private static String encoded(String path) {
        StringBuilder sane = new StringBuilder(path.length() + 16);
        int i = 0;
        while (i < path.length()) {
            char c = path.charAt(i);
            int octet = c == '%' ? octet(path, i) : -1;
            if (octet >= 0) {
                appendOctet(sane, octet);
                i += 3;
            } else {
                int point = path.codePointAt(i);
                appendPoint(sane, point);
                i += Character.charCount(point);
            }
        }
        return sane.toString();
    }

    private static void appendOctet(StringBuilder sane, int octet) {
        if (isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0) {
            sane.append((char) octet);
        } else if (!isControl(octet)) {
            percent(sane, octet);
        }
    }

    private static void appendPoint(StringBuilder sane, int point) {
        if (isPlain(point)) {
            sane.append((char) point);
        } else if (!isControl(point)) {
            for (byte octet : Character.toString(point).getBytes(UTF_8)) {
                percent(sane, octet & 0xff);
            }
        }
    }

    private static void percent(StringBuilder sane, int octet) {
        sane.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xf));
    }

    private static int octet(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    private static boolean isPlain(int c) {
        return isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isControl(int c) {
        return c < 0x20 || c == 0x7f;
    }

    private static Campaign campaign(String query) {
        if (!query.contains("utm_")) {
            return Campaign.NONE;
        }
        @Nullable String source = null;
        @Nullable String medium = null;
        @Nullable String campaign = null;
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = pair.substring(equals + 1);
                switch (pair.substring(0, equals)) {
                    case "utm_source" -> source = parameter(value);
                    case "utm_medium" -> medium = parameter(value);
                    case "utm_campaign" -> campaign = parameter(value);
                    default -> {
                        // Not ours, and may be anything about anybody.
                    }
                }
            }
        }
        return new Campaign(source, medium, campaign);
    }

    private static @Nullable String parameter(String value) {
        String text = Texts.cut(Texts.clean(decoded(value)), LONGEST_CAMPAIGN).strip();
        return text.isEmpty() ? null : text;
    }

    private static String decoded(String value) {
        if (value.indexOf('%') < 0) {
            return value.replace('+', ' ');
        }
        byte[] raw = value.replace('+', ' ').getBytes(UTF_8);
        byte[] plain = new byte[raw.length];
        int length = 0;
        int i = 0;
        while (i < raw.length) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low < 0) {
                plain[length++] = raw[i++];
            } else {
                plain[length++] = (byte) ((high << 4) | low);
                i += 3;
            }
        }
        return new String(plain, 0, length, UTF_8);
    }
}
