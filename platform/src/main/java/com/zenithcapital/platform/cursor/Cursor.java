package com.zenithcapital.platform.cursor;

import static com.zenithcapital.platform.problem.CommonProblem.INVALID_CURSOR;

import com.zenithcapital.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A place in an ordered list: the sort keys of the last item seen, so that the next page starts after it whatever was
 * inserted meanwhile ("keyset" or "seek" paging).
 *
 * <p>Clients get it as one URL-safe word. It is versioned and carries a checksum and the name of its list, so that
 * garbage, a cut word, or a cursor of another list is {@code invalid-cursor} and not a wrong page. It is not signed: it
 * grants nothing, the query it goes into checks the caller's rights as ever.
 *
 * @param list the name of the list and its order, such as {@code models-by-update}
 * @param keys the sort keys as text, most significant first
 */
public record Cursor(String list, List<String> keys) {

    /** The years of RFC 3339. No item is of another, and a driver or database may not get over one that is. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final byte VERSION = 1;
    private static final int CHECKSUM = Integer.BYTES;

    /** Longer ones are not ours: a list's keys are a time, an id, a title at most. */
    private static final int LONGEST = 2_048;

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** The cursor of an item with these sort keys; each is kept as its {@code toString}. */
    public static Cursor of(String list, Object... keys) {
        return new Cursor(list, Arrays.stream(keys).map(Object::toString).toList());
    }

    /** The query parameter {@code cursor} as it came; empty when it did not. */
    public static Optional<Cursor> decode(String list, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Cursor cursor = read(text);
        if (!cursor.list.equals(list)) {
            throw refused(null);
        }
        return Optional.of(cursor);
    }

    public String encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(list);
            out.writeByte(keys.size());
            for (String key : keys) {
                out.writeUTF(key);
            }
            out.writeInt(checksum(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("An array could not be written to", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    public String text(int index) {
        if (index >= keys.size()) {
            throw refused(null);
        }
        return keys.get(index);
    }

    public Instant instant(int index) {
        Instant time;
        try {
            time = Instant.parse(text(index));
        } catch (DateTimeException e) {
            throw refused(e);
        }
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw refused(null);
        }
        return time;
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(text(index));
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException e) {
            throw refused(e);
        }
    }

    private static Cursor read(String text) {
        if (text.length() > LONGEST) {
            throw refused(null);
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
        int end = bytes.length - CHECKSUM;
        if (end < 1
                || checksum(Arrays.copyOf(bytes, end)) != ByteBuffer.wrap(bytes).getInt(end)) {
            throw refused(null);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end))) {
            if (in.readByte() != VERSION) {
                throw refused(null);
            }
            String list = in.readUTF();
            int size = in.readUnsignedByte();
            List<String> keys = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                keys.add(in.readUTF());
            }
            return new Cursor(list, keys);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    private static ProblemException refused(@Nullable Throwable cause) {
        ProblemException problem = INVALID_CURSOR.at(
                "query:cursor", "The cursor is not one of this list. Start again without it, and take it from next.");
        return cause == null ? problem : problem.causedBy(cause);
    }
}
