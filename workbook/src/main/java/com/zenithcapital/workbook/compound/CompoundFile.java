package com.zenithcapital.workbook.compound;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;
import static com.zenithcapital.workbook.verdict.Rejection.TRUNCATED;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The directory of an OLE2 compound file. Old Excel files and encrypted new ones are both such containers; the names
 * of the streams tell them apart. Nothing else of it is read.
 */
public final class CompoundFile {

    /** The first eight bytes, little-endian ([MS-CFB] 2.2). */
    public static final long SIGNATURE = 0xE11AB1A1E011CFD0L;

    private static final int HEADER_BYTES = 512;
    private static final int FAT_SECTORS_IN_HEADER = 109;
    private static final int ENTRY_BYTES = 128;
    private static final int LONGEST_NAME = 64;
    private static final long LAST_SECTOR = 0xFFFFFFFAL;
    private static final long END_OF_CHAIN = 0xFFFFFFFEL;
    /** A workbook's container has a few dozen streams, four to a sector; this is a bound for hostile ones. */
    private static final int MOST_DIRECTORY_SECTORS = 2_048;
    /** A file of 50 MB needs 8 of them. */
    private static final int MOST_DIFAT_SECTORS = 64;

    private final FileChannel channel;
    private final ByteBuffer header;
    private final int sectorBytes;

    private CompoundFile(FileChannel channel, ByteBuffer header, int sectorBytes) {
        this.channel = channel;
        this.header = header;
        this.sectorBytes = sectorBytes;
    }

    /** The names of the streams and storages in it, in upper case: they are compared without regard to case. */
    public static Set<String> names(FileChannel channel) throws IOException {
        ByteBuffer header = read(channel, 0, HEADER_BYTES);
        int shift = header.getShort(30);
        if (shift != 9 && shift != 12) {
            throw CORRUPT.because("The OLE2 container is damaged: it has no known sector size.");
        }
        return new CompoundFile(channel, header, 1 << shift).names();
    }

    private Set<String> names() throws IOException {
        Set<String> names = new HashSet<>();
        long sector = header.getInt(48) & 0xFFFFFFFFL;
        for (int visited = 0; sector != END_OF_CHAIN; visited++) {
            if (visited == MOST_DIRECTORY_SECTORS) {
                throw CORRUPT.because("The OLE2 container is damaged: its directory does not end.");
            }
            ByteBuffer entries = read(channel, offset(sector), sectorBytes);
            for (int at = 0; at < sectorBytes; at += ENTRY_BYTES) {
                int length = entries.getShort(at + 64);
                if (length > 2 && length <= LONGEST_NAME) {
                    byte[] name = new byte[length - 2];
                    entries.get(at, name);
                    names.add(new String(name, StandardCharsets.UTF_16LE).toUpperCase(Locale.ROOT));
                }
            }
            sector = next(sector);
        }
        return names;
    }

    /** The sector after this one in its chain, from the file allocation table. */
    private long next(long sector) throws IOException {
        int entriesPerSector = sectorBytes / Integer.BYTES;
        long fatSector = fatSector(sector / entriesPerSector);
        long at = offset(fatSector) + sector % entriesPerSector * Integer.BYTES;
        return read(channel, at, Integer.BYTES).getInt(0) & 0xFFFFFFFFL;
    }

    /** Where the table's n-th sector is: the first 109 stand in the header, the others in a chain of their own. */
    private long fatSector(long index) throws IOException {
        if (index < FAT_SECTORS_IN_HEADER) {
            return header.getInt(76 + (int) index * Integer.BYTES) & 0xFFFFFFFFL;
        }
        int perSector = sectorBytes / Integer.BYTES - 1;
        long left = index - FAT_SECTORS_IN_HEADER;
        if (left / perSector >= MOST_DIFAT_SECTORS) {
            throw CORRUPT.because("The OLE2 container is damaged: its allocation table is larger than the file.");
        }
        long sector = header.getInt(68) & 0xFFFFFFFFL;
        while (left >= perSector) {
            sector = read(channel, offset(sector) + (long) perSector * Integer.BYTES, Integer.BYTES)
                            .getInt(0)
                    & 0xFFFFFFFFL;
            left -= perSector;
        }
        return read(channel, offset(sector) + left * Integer.BYTES, Integer.BYTES)
                        .getInt(0)
                & 0xFFFFFFFFL;
    }

    private long offset(long sector) {
        if (sector > LAST_SECTOR) {
            throw CORRUPT.because("The OLE2 container is damaged: its directory leads nowhere.");
        }
        return (sector + 1) * sectorBytes;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw TRUNCATED.because("The file ends within its OLE2 container: only its beginning arrived.");
            }
        }
        return bytes.flip();
    }
}
