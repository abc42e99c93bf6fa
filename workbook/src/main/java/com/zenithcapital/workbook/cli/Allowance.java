package com.zenithcapital.workbook.cli;

import java.io.IOException;
import java.io.OutputStream;

/**
 * How long the lists of an answer may get, in bytes as they are written: whoever asks for it keeps it, and takes no more than
 * 16 MiB. Escaped, a character can be six bytes, so a number of entries bounds too little. Lists end, counts do not.
 */
final class Allowance {

    /** Differing cells and ranges of lines, of all sheets together. Ten thousand cells of a usual model take some 3 MB. */
    static final long SHEETS = 7 << 20;

    static final long NAMES = 3 << 19;
    static final long OUTPUTS = 3 << 19;

    private final Counted out;
    private long end;

    private Allowance(Counted out) {
        this.out = out;
    }

    static Allowance on(OutputStream out) {
        return new Allowance(new Counted(out));
    }

    /** What is to be written to. A writer before it may hold back a few kilobytes. */
    OutputStream out() {
        return out;
    }

    /** From here on. */
    void begin(long bytes) {
        end = out.written + bytes;
    }

    boolean isLeft() {
        return out.written < end;
    }

    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private long written;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
