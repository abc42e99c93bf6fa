package com.zenithcapital.workbook.zip;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;
import static com.zenithcapital.workbook.verdict.Rejection.DUPLICATE_ENTRY;
import static com.zenithcapital.workbook.verdict.Rejection.ENCRYPTED;
import static com.zenithcapital.workbook.verdict.Rejection.ZIP_BOMB;

import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the central directory (PKWARE APPNOTE 6.3.10, section 4.3.12) and refuses what an honest writer never makes. */
final class DirectoryReader {

    private static final int SIGNATURE = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final int FLAG_ENCRYPTED = 1;
    private static final int FLAG_STRONG_ENCRYPTION = 1 << 6;
    private static final int FLAG_MASKED_HEADERS = 1 << 13;
    private static final int METHOD_AES = 99;
    private static final int ZIP64_EXTRA = 1;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private final FileChannel channel;
    private final Limits limits;

    DirectoryReader(FileChannel channel, Limits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    /** The entries in the directory's order. */
    List<Entry> read() throws IOException {
        DirectoryEnd end = DirectoryEnd.find(channel);
        if (end.entries() > limits.entries()) {
            throw ZIP_BOMB.because(
                    "The archive holds %d entries; at most %d are read.".formatted(end.entries(), limits.entries()));
        }
        if (end.bytes() > Limits.DIRECTORY_BYTES) {
            throw ZIP_BOMB.because("The archive's directory takes %d bytes; at most %d are read."
                    .formatted(end.bytes(), Limits.DIRECTORY_BYTES));
        }
        ByteBuffer directory = Bytes.read(channel, end.offset(), (int) end.bytes());
        List<Listing> listings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long total = 0;
        for (long index = 0; index < end.entries(); index++) {
            Listing listing = listing(directory, end.offset());
            // OPC compares part names without regard to case (ECMA-376 part 2, 6.2.2.3).
            if (!names.add(listing.name().toLowerCase(Locale.ROOT))) {
                throw DUPLICATE_ENTRY.because(
                        "The archive holds the entry %s twice.".formatted(Shortened.name(listing.name())));
            }
            total += listing.bytes();
            checkLengths(listing, total);
            listings.add(listing);
        }
        if (directory.hasRemaining()) {
            throw CORRUPT.because("The archive's directory holds more than the entries it counts.");
        }
        return LocalHeaders.locate(channel, listings, end.offset());
    }

    private static Listing listing(ByteBuffer directory, long directoryOffset) {
        if (directory.remaining() < HEADER_BYTES || directory.getInt(directory.position()) != SIGNATURE) {
            throw CORRUPT.because("The archive's directory is damaged.");
        }
        int at = directory.position();
        int flags = directory.getShort(at + 8) & 0xFFFF;
        int method = directory.getShort(at + 10) & 0xFFFF;
        long crc = directory.getInt(at + 16) & 0xFFFFFFFFL;
        long compressed = directory.getInt(at + 20) & 0xFFFFFFFFL;
        long bytes = directory.getInt(at + 24) & 0xFFFFFFFFL;
        int nameLength = directory.getShort(at + 28) & 0xFFFF;
        int extraLength = directory.getShort(at + 30) & 0xFFFF;
        int commentLength = directory.getShort(at + 32) & 0xFFFF;
        long offset = directory.getInt(at + 42) & 0xFFFFFFFFL;
        if (directory.remaining() - HEADER_BYTES < nameLength + extraLength + commentLength) {
            throw CORRUPT.because("The archive's directory is damaged: an entry goes past its end.");
        }
        String name = EntryName.decode(directory.slice(at + HEADER_BYTES, nameLength));
        EntryName.check(name);
        if ((flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION)) != 0 || method == METHOD_AES) {
            throw ENCRYPTED.because("The archive's entry %s is encrypted.".formatted(Shortened.name(name)));
        }
        ByteBuffer extra = directory.slice(at + HEADER_BYTES + nameLength, extraLength);
        ByteBuffer large = zip64(extra.order(directory.order()));
        if (bytes == IN_ZIP64) {
            bytes = nextLarge(large, name);
        }
        if (compressed == IN_ZIP64) {
            compressed = nextLarge(large, name);
        }
        if (offset == IN_ZIP64) {
            offset = nextLarge(large, name);
        }
        directory.position(at + HEADER_BYTES + nameLength + extraLength + commentLength);
        if ((flags & FLAG_MASKED_HEADERS) != 0 || offset >= directoryOffset || compressed > directoryOffset) {
            throw corrupt(name, "its place in the archive is impossible");
        }
        return new Listing(name, method(method, name, compressed, bytes), compressed, bytes, crc, offset);
    }

    private static Entry.Method method(int method, String name, long compressed, long bytes) {
        if (method == 8) {
            return Entry.Method.DEFLATED;
        }
        if (method != 0) {
            throw corrupt(name, "its compression method " + method + " is none that a workbook may use");
        }
        if (compressed != bytes) {
            throw corrupt(name, "it is stored, yet its lengths differ");
        }
        return Entry.Method.STORED;
    }

    /** The extra field with the lengths that need more than four bytes (APPNOTE 4.5.3), or an empty buffer. */
    private static ByteBuffer zip64(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xFFFF;
            int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
            if (id == ZIP64_EXTRA) {
                return extra.slice(extra.position(), length).order(extra.order());
            }
            extra.position(extra.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static long nextLarge(ByteBuffer zip64, String name) {
        long value = zip64.remaining() >= Long.BYTES ? zip64.getLong() : -1;
        if (value < 0) {
            throw corrupt(name, "its length is missing");
        }
        return value;
    }

    private void checkLengths(Listing entry, long total) {
        String name = Shortened.name(entry.name());
        if (entry.bytes() > limits.entryBytes()) {
            throw ZIP_BOMB.because("The archive's entry %s holds %d bytes; at most %d are read."
                    .formatted(name, entry.bytes(), limits.entryBytes()));
        }
        if (entry.bytes() >= Limits.RATIO_MATTERS_FROM && entry.bytes() / Limits.MOST_RATIO > entry.compressedBytes()) {
            throw ZIP_BOMB.because("The archive's entry %s holds %d bytes in %d; no honest part shrinks over %d times."
                    .formatted(name, entry.bytes(), entry.compressedBytes(), Limits.MOST_RATIO));
        }
        if (total > limits.totalBytes()) {
            throw ZIP_BOMB.because(
                    "The archive holds over %d bytes, which is the most that is read.".formatted(limits.totalBytes()));
        }
    }

    private static WorkbookRejectedException corrupt(String name, String reason) {
        return CORRUPT.because("The archive's entry %s is damaged: %s.".formatted(Shortened.name(name), reason));
    }
}
