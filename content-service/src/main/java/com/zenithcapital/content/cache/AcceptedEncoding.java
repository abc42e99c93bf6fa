package com.zenithcapital.content.cache;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code Accept-Encoding} asks for (RFC 9110, section 12.5.3), of the two that there are. */
final class AcceptedEncoding {

    private AcceptedEncoding() {}

    /** Whether the caller takes gzip; who does not say gets the plain bytes. */
    static boolean isGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean any = false;
        for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] words = part.strip().split("\\s*;\\s*");
            boolean wanted = weight(words) > 0;
            switch (words[0]) {
                case "gzip", "x-gzip" -> {
                    return wanted;
                }
                case "*" -> any = wanted;
                default -> {
                    // There is no such variant.
                }
            }
        }
        return any;
    }

    private static double weight(String[] words) {
        for (int i = 1; i < words.length; i++) {
            if (words[i].matches("q\\s*=\\s*[01](\\.[0-9]{0,3})?")) {
                return Double.parseDouble(
                        words[i].substring(words[i].indexOf('=') + 1).strip());
            }
        }
        return 1;
    }
}
