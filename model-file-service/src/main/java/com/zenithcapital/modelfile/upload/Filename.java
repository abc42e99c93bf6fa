package com.zenithcapital.modelfile.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.zenithcapital.modelfile.version.MediaType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook is called: for people to read and for a download's header, never for a path. It is what the caller said
 * without directories, control characters and marks that turn the direction of text.
 */
public final class Filename {

    static final String HEADER = "X-Filename";

    private static final int LONGEST = 150;
    private static final String NAMELESS = "workbook";

    /** RFC 8187: {@code UTF-8'en'na%C3%AFve.xlsx}. */
    private static final Pattern EXTENDED = Pattern.compile("(?i)UTF-8'[^']*'(.*)");

    private static final Pattern ESCAPES = Pattern.compile("%[0-9A-Fa-f]{2}");

    private Filename() {}

    /** From the header {@code X-Filename}: as RFC 8187 has it, percent-encoded, UTF-8 or plain ASCII. */
    static String ofHeader(@Nullable String header, MediaType type) {
        String text = Optional.ofNullable(header).orElse("").strip();
        Matcher extended = EXTENDED.matcher(text);
        String value = extended.matches() ? extended.group(1) : text;
        return clean(ESCAPES.matcher(value).find() ? decoded(value) : readAsUtf8(value), type);
    }

    /** From a form's part: browsers put UTF-8 there as it is (RFC 7578, section 5.1); so do clients of tus in base64. */
    public static String ofPart(@Nullable String name, MediaType type) {
        return clean(Optional.ofNullable(name).orElse(""), type);
    }

    private static String clean(String name, MediaType type) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(base, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "")
                .replaceAll("[\"<>:|?*]", "_")
                .replaceAll("\\s+", " ")
                .strip();
        String extension = extension(plain);
        String stem = plain.substring(0, plain.length() - extension.length()).replaceAll("^\\.+", "");
        int end = Math.min(stem.length(), LONGEST);
        if (end > 0 && Character.isHighSurrogate(stem.charAt(end - 1))) {
            end--;
        }
        return (end == 0 ? NAMELESS : stem.substring(0, end))
                + (extension.isEmpty() ? "." + type.name().toLowerCase(Locale.ROOT) : extension);
    }

    private static String extension(String name) {
        Matcher matcher = Pattern.compile("\\.[A-Za-z0-9]{1,5}$").matcher(name);
        return matcher.find() ? matcher.group() : "";
    }

    /** A malformed escape stays as it is: a name is no reason to refuse a workbook. */
    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%'
                    && ESCAPES.matcher(text).region(i, text.length()).lookingAt()) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(text.charAt(i) < 256 ? ISO_8859_1 : UTF_8));
            }
        }
        return bytes.toString(UTF_8);
    }

    /** Header values reach us as Latin-1, whatever the caller wrote. */
    private static String readAsUtf8(String latin1) {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(latin1.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return latin1;
        }
    }
}
