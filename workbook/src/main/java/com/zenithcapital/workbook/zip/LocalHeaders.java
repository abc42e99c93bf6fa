package com.zenithcapital.workbook.zip;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;
import static com.zenithcapital.workbook.verdict.Rejection.ZIP_BOMB;

import com.zenithcapital.workbook.verdict.Shortened;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The header in front of each entry (APPNOTE 4.3.7). Some programs believe it and some the directory; where the two
 * differ, a checker and Excel could see two different workbooks.
 */
final class LocalHeaders {

    private static final int SIGNATURE = 0x04034b50;
    private static final int HEADER_BYTES = 30;
    private static final int FLAG_ENCRYPTED = 1;
    private static final int FLAG_DATA_DESCRIPTOR = 1 << 3;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private LocalHeaders() {}

    /** The entries in the directory's order, each with the place of its data; {@code directoryAt}: where that begins. */
    static List<Entry> locate(FileChannel channel, List<Listing> listings, long directoryAt) throws IOException {
        List<Entry> located = new ArrayList<>(listings.size());
        for (Listing listing : listings) {
            located.add(locate(channel, listing, directoryAt));
        }
        checkApart(located, directoryAt);
        return located;
    }

    private static Entry locate(FileChannel channel, Listing entry, long directoryAt) throws IOException {
        if (entry.headerOffset() + HEADER_BYTES > directoryAt) {
            throw CORRUPT.because(mismatch(entry));
        }
        ByteBuffer header = Bytes.read(channel, entry.headerOffset(), HEADER_BYTES);
        int flags = header.getShort(6) & 0xFFFF;
        int nameLength = header.getShort(26) & 0xFFFF;
        int extraLength = header.getShort(28) & 0xFFFF;
        long dataOffset = entry.headerOffset() + HEADER_BYTES + nameLength + extraLength;
        boolean same = header.getInt(0) == SIGNATURE
                && (header.getShort(8) & 0xFFFF) == (entry.method() == Entry.Method.DEFLATED ? 8 : 0)
                && (flags & FLAG_ENCRYPTED) == 0
                && dataOffset + entry.compressedBytes() <= directoryAt
                && ((flags & FLAG_DATA_DESCRIPTOR) != 0 || sameLengths(header, entry));
        if (!same) {
            throw CORRUPT.because(mismatch(entry));
        }
        ByteBuffer localName = Bytes.read(channel, entry.headerOffset() + HEADER_BYTES, nameLength);
        if (!EntryName.decode(localName).equals(entry.name())) {
            throw CORRUPT.because(mismatch(entry));
        }
        return entry.at(dataOffset);
    }

    /** Without a data descriptor the header itself has checksum and lengths, or points to a 64-bit extra field. */
    private static boolean sameLengths(ByteBuffer header, Listing entry) {
        long crc = header.getInt(14) & 0xFFFFFFFFL;
        long compressed = header.getInt(18) & 0xFFFFFFFFL;
        long bytes = header.getInt(22) & 0xFFFFFFFFL;
        return crc == entry.crc()
                && (compressed == entry.compressedBytes() || compressed == IN_ZIP64)
                && (bytes == entry.bytes() || bytes == IN_ZIP64);
    }

    /** Entries that share their bytes are how a small file holds petabytes (D. Fifield, "A better zip bomb", 2019). */
    private static void checkApart(List<Entry> entries, long directoryAt) {
        List<Entry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingLong(Entry::headerOffset));
        for (int index = 0; index < ordered.size(); index++) {
            long next = index + 1 < ordered.size() ? ordered.get(index + 1).headerOffset() : directoryAt;
            if (ordered.get(index).dataEnd() > next) {
                throw ZIP_BOMB.because("The archive's entry %s shares its bytes with another."
                        .formatted(Shortened.name(ordered.get(index).name())));
            }
        }
    }

    private static String mismatch(Listing entry) {
        return "The archive's entry %s is described differently in its header and in the directory."
                .formatted(Shortened.name(entry.name()));
    }
}
