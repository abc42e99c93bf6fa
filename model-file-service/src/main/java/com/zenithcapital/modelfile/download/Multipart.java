package com.zenithcapital.modelfile.download;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.zenithcapital.platform.id.Ids;
import java.util.List;

/**
 * Several ranges of one file as {@code multipart/byteranges} (RFC 9110, section 14.6): what stands between their bytes.
 *
 * @param boundary random, so that no file can hold it on purpose
 * @param type the file's own
 */
record Multipart(String boundary, String type, long size, List<ByteRange> parts) {

    Multipart {
        parts = List.copyOf(parts);
    }

    static Multipart of(Downloadable version, List<ByteRange> parts) {
        return new Multipart(
                "zenith-" + Ids.next(), version.mediaType(), version.object().size(), parts);
    }

    String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    /** What comes before a part's bytes. */
    byte[] head(ByteRange part) {
        return "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                .formatted(boundary, type, part.of(size))
                .getBytes(US_ASCII);
    }

    /** What comes after the last one's. */
    byte[] end() {
        return "\r\n--%s--\r\n".formatted(boundary).getBytes(US_ASCII);
    }

    long length() {
        return parts.stream()
                        .mapToLong(part -> head(part).length + part.length())
                        .sum()
                + end().length;
    }
}
