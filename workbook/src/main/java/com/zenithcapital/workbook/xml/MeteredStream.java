package com.zenithcapital.workbook.xml;

import static com.zenithcapital.workbook.verdict.Rejection.UNPROCESSABLE;

import com.zenithcapital.workbook.verdict.Shortened;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what the parser takes in for one piece of XML. A text or an attribute must be read whole before the parser
 * returns; this is where one of half a gigabyte ends.
 */
final class MeteredStream extends FilterInputStream {

    private final String part;
    private final int mostBytes;
    private final DoctypeWatch doctype = new DoctypeWatch();
    private boolean inProlog = true;
    private int bytes;

    MeteredStream(InputStream in, String part, int mostBytes) {
        super(in);
        this.part = part;
        this.mostBytes = mostBytes;
    }

    void beginPiece() {
        bytes = 0;
    }

    void endProlog() {
        inProlog = false;
    }

    /** Whether what was read before the root element declares a document type. */
    boolean hasDoctype() {
        return inProlog && doctype.found();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            if (inProlog) {
                doctype.read(buffer, offset, read);
            }
            bytes += read;
            if (bytes > mostBytes) {
                throw UNPROCESSABLE.because(
                        "The part %s holds one text, attribute or comment of over %d bytes, which is more than is read."
                                .formatted(Shortened.name(part), mostBytes));
            }
        }
        return read;
    }
}
