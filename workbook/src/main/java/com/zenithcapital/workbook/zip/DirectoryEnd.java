package com.zenithcapital.workbook.zip;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;
import static com.zenithcapital.workbook.verdict.Rejection.TRUNCATED;

import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where the directory is, from the records at the end of the archive (APPNOTE 4.3.14 to 4.3.16). */
record DirectoryEnd(long entries, long bytes, long offset) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int ZIP64_SIGNATURE = 0x06064b50;
    private static final int ZIP64_BYTES = 56;

    static DirectoryEnd find(FileChannel channel) throws IOException {
        long size = channel.size();
        int tailBytes = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
        ByteBuffer tail = Bytes.read(channel, size - tailBytes, tailBytes);
        boolean seen = false;
        for (int at = tailBytes - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                seen = true;
                if (at + END_BYTES + (tail.getShort(at + 20) & 0xFFFF) == tailBytes) {
                    return at(channel, tail, at, size - tailBytes + at);
                }
            }
        }
        if (seen) {
            throw corrupt("something follows its end");
        }
        throw TRUNCATED.because("The file ends before the archive's directory: only its beginning arrived.");
    }

    private static DirectoryEnd at(FileChannel channel, ByteBuffer tail, int at, long position) throws IOException {
        int disk = tail.getShort(at + 4) & 0xFFFF;
        int directoryDisk = tail.getShort(at + 6) & 0xFFFF;
        int entriesHere = tail.getShort(at + 8) & 0xFFFF;
        int entries = tail.getShort(at + 10) & 0xFFFF;
        long bytes = tail.getInt(at + 12) & 0xFFFFFFFFL;
        long offset = tail.getInt(at + 16) & 0xFFFFFFFFL;
        if (entries == 0xFFFF || bytes == 0xFFFFFFFFL || offset == 0xFFFFFFFFL) {
            return zip64(channel, position);
        }
        if (disk != 0 || directoryDisk != 0 || entriesHere != entries) {
            throw corrupt("it says that it has several volumes");
        }
        // A writer may add the 64-bit records though it has no need of them; then the directory ends before those.
        long end = offset + bytes;
        if (end != position && !hasZip64(channel, position, end)) {
            throw corrupt("its directory is not where its end says");
        }
        return new DirectoryEnd(entries, bytes, offset);
    }

    private static boolean hasZip64(FileChannel channel, long position, long directoryEnd) throws IOException {
        return position - directoryEnd == ZIP64_BYTES + LOCATOR_BYTES
                && Bytes.read(channel, directoryEnd, Integer.BYTES).getInt(0) == ZIP64_SIGNATURE;
    }

    private static DirectoryEnd zip64(FileChannel channel, long position) throws IOException {
        long locatorAt = position - LOCATOR_BYTES;
        if (locatorAt < ZIP64_BYTES) {
            throw corrupt("its 64-bit end is missing");
        }
        ByteBuffer locator = Bytes.read(channel, locatorAt, LOCATOR_BYTES);
        long recordAt = locator.getLong(8);
        if (locator.getInt(0) != LOCATOR_SIGNATURE || recordAt < 0 || recordAt > locatorAt - ZIP64_BYTES) {
            throw corrupt("its 64-bit end is missing");
        }
        ByteBuffer found = Bytes.read(channel, recordAt, ZIP64_BYTES);
        long entriesHere = found.getLong(24);
        long entries = found.getLong(32);
        long bytes = found.getLong(40);
        long offset = found.getLong(48);
        boolean sound = found.getInt(0) == ZIP64_SIGNATURE
                && entriesHere == entries
                && entries >= 0
                && bytes >= 0
                && offset >= 0
                && bytes <= recordAt
                && offset == recordAt - bytes;
        if (!sound) {
            throw corrupt("its directory is not where its 64-bit end says");
        }
        return new DirectoryEnd(entries, bytes, offset);
    }

    private static WorkbookRejectedException corrupt(String reason) {
        return CORRUPT.because("The archive is damaged: " + reason + ".");
    }
}
