package com.zenithcapital.workbook.biff;

import com.zenithcapital.workbook.ooxml.DocumentFacts.Properties;
import com.zenithcapital.workbook.verdict.Shortened;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.util.CodePageUtil;
import org.jspecify.annotations.Nullable;

/**
 * The stream in which the saving program wrote who, when and with what ([MS-OLEPS] 2.20 and 2.25). It is read here and
 * not by POI, which copies what each property claims to be: sixteen bytes cost 90,000, 570 KB of them 14 s on a busy machine.
 */
final class Summary {

    private static final String STREAM = "\u0005SummaryInformation";
    private static final int LONGEST_TEXT = 256;
    /** Of them as many bytes are looked at. A character has four at most. */
    private static final int MOST_BYTES_OF_TEXT = 8 * LONGEST_TEXT;

    /** With a picture of the first sheet, which Excel can put there, the stream has some tens of kilobytes. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int FORMAT_AT = 28;
    private static final int OFFSET_AT = 44;
    /** The first half of F29F85E0-4FF9-1068-AB91-08002B27B3D9 as it is stored. */
    private static final long FORMAT = 0x10684FF9_F29F85E0L;

    private static final int CODE_PAGE = 1;
    private static final int TITLE = 2;
    private static final int AUTHOR = 4;
    private static final int LAST_AUTHOR = 8;
    private static final int CREATED = 12;
    private static final int SAVED = 13;
    private static final int APPLICATION = 18;

    private static final int TYPE_SHORT = 0x02;
    private static final int TYPE_TEXT = 0x1E;
    private static final int TYPE_WIDE_TEXT = 0x1F;
    private static final int TYPE_TIME = 0x40;

    private static final int UTF_16 = 1200;
    private static final int WINDOWS_1252 = 1252;
    /** Of a time: it counts tenths of microseconds from 1601 on. */
    private static final long TICKS_PER_MILLISECOND = 10_000;

    private static final long MILLISECONDS_TO_1970 = 11_644_473_600_000L;
    private static final Properties NONE = new Properties(null, null, null, null, null, null);

    private final ByteBuffer bytes;
    private final int set;

    private Summary(ByteBuffer bytes) {
        this.bytes = bytes;
        this.set = bytes.getInt(OFFSET_AT);
    }

    /** Nothing where it is missing or cannot be read: no cell depends on it. */
    static Properties read(DirectoryNode root) {
        try {
            if (!root.hasEntry(STREAM)) {
                return NONE;
            }
            byte[] stream;
            try (InputStream in = root.createDocumentInputStream(STREAM)) {
                stream = in.readNBytes(MOST_BYTES);
            }
            ByteBuffer bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
            return bytes.getLong(FORMAT_AT) == FORMAT ? new Summary(bytes).properties() : NONE;
        } catch (IOException | RuntimeException e) {
            return NONE;
        }
    }

    private Properties properties() throws UnsupportedEncodingException {
        return new Properties(
                text(TITLE), text(AUTHOR), text(LAST_AUTHOR), time(CREATED), time(SAVED), text(APPLICATION));
    }

    /** Where the value of this property begins, or 0. */
    private int find(int property) {
        int count = Math.min(bytes.getInt(set + 4), bytes.capacity() / 8);
        for (int index = 0; index < count; index++) {
            int at = set + 8 + 8 * index;
            if (bytes.getInt(at) == property) {
                return set + bytes.getInt(at + 4);
            }
        }
        return 0;
    }

    private @Nullable String text(int property) throws UnsupportedEncodingException {
        int at = find(property);
        int type = at == 0 ? 0 : bytes.getShort(at);
        if (type != TYPE_TEXT && type != TYPE_WIDE_TEXT) {
            return null;
        }
        int unit = type == TYPE_WIDE_TEXT ? Character.BYTES : 1;
        int length = Math.clamp(bytes.getInt(at + 4) * (long) unit, 0, MOST_BYTES_OF_TEXT);
        byte[] stored = new byte[Math.min(length, bytes.capacity() - at - 8)];
        bytes.get(at + 8, stored);
        int page = codePage();
        String text = unit == Character.BYTES || page == UTF_16
                ? new String(stored, StandardCharsets.UTF_16LE)
                : new String(stored, CodePageUtil.codepageToEncoding(page, true));
        int end = text.indexOf('\0');
        String whole = end < 0 ? text : text.substring(0, end);
        return whole.isEmpty() ? null : Shortened.to(LONGEST_TEXT, whole);
    }

    private int codePage() {
        int at = find(CODE_PAGE);
        return at != 0 && bytes.getShort(at) == TYPE_SHORT ? bytes.getShort(at + 4) & 0xFFFF : WINDOWS_1252;
    }

    private @Nullable String time(int property) {
        int at = find(property);
        if (at == 0 || bytes.getShort(at) != TYPE_TIME) {
            return null;
        }
        long ticks = bytes.getLong(at + 4);
        return ticks <= 0
                ? null
                : Instant.ofEpochMilli(ticks / TICKS_PER_MILLISECOND - MILLISECONDS_TO_1970)
                        .toString();
    }
}
