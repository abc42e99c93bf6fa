package com.zenithcapital.workbook.xml;

import java.nio.charset.StandardCharsets;

/**
 * Looks for {@code <!DOCTYPE} in the bytes before the root element. Aalto reports a declaration as an event, but one
 * that it cannot read (it wants a space before the bracket, XML does not) as bad XML; this tells the two apart.
 */
final class DoctypeWatch {

    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private int matched;

    void read(byte[] buffer, int offset, int length) {
        for (int index = offset; index < offset + length && !found(); index++) {
            byte read = buffer[index];
            if (read == DOCTYPE[matched]) {
                matched++;
            } else if (read != 0) { // the other half of a character in UTF-16
                matched = read == DOCTYPE[0] ? 1 : 0;
            }
        }
    }

    boolean found() {
        return matched == DOCTYPE.length;
    }
}
