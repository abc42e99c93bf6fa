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

    /** So many bytes of a piece pass uncounted: pieces of honest parts are shorter, all but the longest texts. */
    private static final int SHORT = 1 << 13;

    /** Equals signs in one piece. The parser's time for an element grows with the square of its attributes. */
    private static final int MOST_EQUALS = 20_000;

    private final String part;
    private final int mostBytes;
    private final DoctypeWatch doctype = new DoctypeWatch();
    private boolean inProlog = true;
    private int bytes;
    private int equalsSigns;

    MeteredStream(InputStream in, String part, int mostBytes) {
        super(in);
        this.part = part;
        this.mostBytes = mostBytes;
    }

    void beginPiece() {
        bytes = 0;
        equalsSigns = 0;
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
            if (bytes > SHORT) {
                checkLongPiece(buffer, offset, read);
            }
        }
        return read;
    }

    private void checkLongPiece(byte[] buffer, int offset, int length) {
        for (int index = offset; index < offset + length; index++) {
            if (buffer[index] == '=') {
                equalsSigns++;
            }
        }
        if (bytes > mostBytes || equalsSigns > MOST_EQUALS) {
            throw UNPROCESSABLE.because(
                    "The part %s holds one text, element or comment of over %d bytes or %d attributes, which is more than is read."
                            .formatted(Shortened.name(part), mostBytes, MOST_EQUALS));
        }
    }
}
