package com.zenithcapital.modelfile.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;

/** Names a download (RFC 6266): plainly for old clients, and as it is, in any script, for the others. */
final class ContentDisposition {

    /** RFC 8187's attr-char besides letters and digits. */
    private static final String UNESCAPED = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    static String attachment(String filename) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain(filename), escaped(filename));
    }

    /** In ASCII: letters without their accents, and nothing that old clients read differently. */
    private static String plain(String filename) {
        return Normalizer.normalize(filename, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7e]|[\"\\\\%/]", "_");
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
