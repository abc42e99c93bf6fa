package com.zenithcapital.modelfile.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Names a download (RFC 6266): plainly for old clients, and as it is for the others. */
final class ContentDisposition {

    /** RFC 8187's attr-char besides letters and digits. */
    private static final String UNESCAPED = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    static String attachment(String filename) {
        String plain = filename.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%]", "_");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, escaped(filename));
    }

    private static String escaped(String filename) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : filename.getBytes(UTF_8)) {
            char character = (char) (octet & 0xff);
            if (isLetterOrDigit(character) || UNESCAPED.indexOf(character) >= 0) {
                escaped.append(character);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
            }
        }
        return escaped.toString();
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
