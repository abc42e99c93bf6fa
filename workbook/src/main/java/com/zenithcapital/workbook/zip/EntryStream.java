package com.zenithcapital.workbook.zip;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;
import static com.zenithcapital.workbook.verdict.Rejection.ZIP_BOMB;

import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates one entry and holds it to what the directory says of it. */
final class EntryStream extends InputStream {

    private static final int INPUT_BYTES = 1 << 15;

    private final FileChannel channel;
    private final Entry entry;
    private final long mostBytes;
    private final LongConsumer onRead;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[INPUT_BYTES];
    private long position;
    private long count;
    private boolean ended;

    EntryStream(FileChannel channel, Entry entry, long mostBytes, LongConsumer onRead) {
        this.channel = channel;
        this.entry = entry;
        this.mostBytes = mostBytes;
        this.onRead = onRead;
        this.position = entry.dataOffset();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int read = next(buffer, offset, length);
        if (read < 0) {
            finish();
            return -1;
        }
        crc.update(buffer, offset, read);
        count += read;
        if (count > entry.bytes()) {
            throw overrun();
        }
        return read;
    }

    private int next(byte[] buffer, int offset, int length) {
        try {
            return switch (entry.method()) {
                case STORED -> fill(buffer, offset, length);
                case DEFLATED -> inflate(buffer, offset, length);
            };
        } catch (DataFormatException e) {
            throw corrupt("its compressed data is damaged");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int inflate(byte[] buffer, int offset, int length) throws DataFormatException, IOException {
        while (true) {
            int inflated = inflater.inflate(buffer, offset, length);
            if (inflated > 0) {
                return inflated;
            }
            if (inflater.finished()) {
                return -1;
            }
            if (inflater.needsDictionary()) {
                throw corrupt("its compressed data asks for a dictionary");
            }
            int filled = fill(input, 0, input.length);
            if (filled < 0) {
                throw corrupt("its compressed data ends too early");
            }
            inflater.setInput(input, 0, filled);
        }
    }

    /** Compressed bytes of this entry, or -1 after its last. */
    private int fill(byte[] buffer, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, entry.dataEnd() - position);
        if (wanted == 0) {
            return -1;
        }
        int read = channel.read(ByteBuffer.wrap(buffer, offset, wanted), position);
        if (read < 0) {
            throw new EOFException("the file became shorter while it was read");
        }
        position += read;
        onRead.accept(read);
        return read;
    }

    private void finish() {
        ended = true;
        if (position != entry.dataEnd() || inflater.getRemaining() > 0) {
            throw corrupt("its compressed data goes on after its end");
        }
        if (count != entry.bytes()) {
            throw corrupt("it holds " + count + " bytes where the archive's directory says " + entry.bytes());
        }
        if (crc.getValue() != entry.crc()) {
            throw corrupt("its checksum is wrong");
        }
    }

    /** The directory lied about the length. Whether that hides a bomb shows only when the rest is inflated too. */
    private WorkbookRejectedException overrun() {
        byte[] scratch = new byte[INPUT_BYTES];
        while (count <= mostBytes) {
            int read = next(scratch, 0, scratch.length);
            if (read < 0) {
                return corrupt("it holds " + count + " bytes where the archive's directory says " + entry.bytes());
            }
            count += read;
        }
        return ZIP_BOMB.because("The archive's entry %s says it holds %d bytes and inflates past the limit of %d."
                .formatted(Shortened.name(entry.name()), entry.bytes(), mostBytes));
    }

    private WorkbookRejectedException corrupt(String reason) {
        return CORRUPT.because(
                "The archive's entry %s is damaged: %s.".formatted(Shortened.name(entry.name()), reason));
    }

    @Override
    public void close() {
        inflater.end();
    }
}
