package com.zenithcapital.local.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads as much MIME as it takes to show a mail's plain text: parts, quoted-printable, base64, charsets. */
final class Mime {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\\s]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?([^?]+)\\?([bqBQ])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");

    private Mime() {}

    /** The first plain text in a message; empty where there is none. Each char of the message is one of its bytes. */
    static String plainText(String message) {
        String unix = message.replace("\r\n", "\n");
        int gap = unix.indexOf("\n\n");
        if (gap < 0) {
            return "";
        }
        String head = unix.substring(0, gap).replaceAll("\n[ \t]+", " ");
        String body = unix.substring(gap + 2);
        String type = header(head, "content-type");
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return firstText(body, type);
        }
        boolean plain = type.isEmpty() || type.toLowerCase(Locale.ROOT).startsWith("text/plain");
        return plain ? decoded(body, header(head, "content-transfer-encoding"), charset(type)) : "";
    }

    /** A header's text with its encoded words (RFC 2047) read. */
    static String headerText(String value) {
        return ENCODED_WORD.matcher(value).replaceAll(word -> {
            boolean base64 = word.group(2).equalsIgnoreCase("b");
            String text = base64 ? word.group(3) : word.group(3).replace('_', ' ');
            return Matcher.quoteReplacement(
                    decoded(text, base64 ? "base64" : "quoted-printable", Charset.forName(word.group(1))));
        });
    }

    private static String firstText(String body, String type) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            return "";
        }
        for (String part : ("\n" + body).split(Pattern.quote("\n--" + boundary.group(1)))) {
            // What a boundary is followed by: the rest of its line, then the part's head.
            int line = part.indexOf('\n');
            String text = line < 0 ? "" : plainText(part.substring(line + 1));
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static Charset charset(String type) {
        Matcher charset = CHARSET.matcher(type);
        return charset.find() ? Charset.forName(charset.group(1)) : UTF_8;
    }

    private static String decoded(String body, String encoding, Charset charset) {
        byte[] bytes =
                switch (encoding.toLowerCase(Locale.ROOT)) {
                    case "base64" -> Base64.getMimeDecoder().decode(body);
                    case "quoted-printable" -> unquoted(body);
                    default -> body.getBytes(ISO_8859_1);
                };
        return new String(bytes, charset);
    }

    /** RFC 2045, section 6.7. */
    private static byte[] unquoted(String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String joined = body.replaceAll("=[ \t]*\n", "");
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c == '=' && i + 2 < joined.length()) {
                bytes.write(Integer.parseInt(joined.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }
}
