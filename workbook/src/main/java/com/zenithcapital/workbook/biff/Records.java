package com.zenithcapital.workbook.biff;

import static com.zenithcapital.workbook.verdict.Rejection.CORRUPT;

import com.zenithcapital.workbook.verdict.WorkbookRejectedException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.record.RecordInputStream;

/** The records of a workbook's stream one after the other, and where each begins. */
final class Records {

    static final int END = -1;

    private static final int HEADER_BYTES = 4;
    private static final int BUFFER_BYTES = 1 << 15;

    private final Counting counting;
    private final RecordInputStream in;

    Records(InputStream stream) {
        this.counting = new Counting(new BufferedInputStream(stream, BUFFER_BYTES));
        this.in = new RecordInputStream(counting);
    }

    /** Moves to the next record, whatever was not read of this one; its number, or {@link #END}. */
    int next() {
        while (in.remaining() > 0) {
            in.readRemainder();
        }
        if (!in.hasNextRecord()) {
            return END;
        }
        in.nextRecord();
        return in.getSid() & 0xFFFF;
    }

    /** The number of the record after this one, once this one has been read to its end. */
    int peek() {
        while (in.remaining() > 0) {
            in.readRemainder();
        }
        return in.hasNextRecord() ? in.getNextSid() & 0xFFFF : END;
    }

    /** Where the record begins in the stream; to be asked before anything of it is read. */
    long position() {
        return counting.position - HEADER_BYTES;
    }

    int remaining() {
        return in.remaining();
    }

    int u8() {
        return in.readUByte();
    }

    int u16() {
        return in.readUShort();
    }

    int i32() {
        return in.readInt();
    }

    long i64() {
        return in.readLong();
    }

    void skip(int bytes) {
        for (int left = bytes; left > 0; left--) {
            in.readByte();
        }
    }

    /** A text whose length takes two bytes ([MS-XLS] 2.5.294). */
    String text() {
        return characters(u16());
    }

    /** A text whose length takes one byte ([MS-XLS] 2.5.240). */
    String shortText() {
        return characters(u8());
    }

    String characters(int length) {
        boolean wide = (u8() & 1) != 0;
        return wide ? in.readUnicodeLEString(length) : in.readCompressedUnicode(length);
    }

    /** The first {@code length} of {@code bytes}. */
    void read(byte[] bytes, int length) {
        in.readFully(bytes, 0, length);
    }

    RecordInputStream stream() {
        return in;
    }

    static WorkbookRejectedException corrupt(String reason) {
        return CORRUPT.because("The workbook is damaged: %s.".formatted(reason));
    }

    private static final class Counting extends FilterInputStream {

        private long position;
        private long marked;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            position += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            position += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            position += skipped;
            return skipped;
        }

        // Supported, or POI puts a buffer of its own in front, and the count runs ahead.
        @Override
        public void mark(int limit) {
            super.mark(limit);
            marked = position;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            position = marked;
        }
    }
}
