package com.zenithcapital.modelfile.workbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.function.IntConsumer;

/**
 * Takes the lines {@code progress 37} out of what the child writes to its standard error. The child has looked at hostile
 * bytes: what is not exactly such a line with a number from 0 to 100 stays what it was, text for the log.
 */
final class ProgressLines {

    private static final String WORD = "progress ";
    private static final int LONGEST = WORD.length() + 3;

    private final IntConsumer listener;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST);
    private boolean lineIsText;

    ProgressLines(IntConsumer listener) {
        this.listener = listener;
    }

    /** What of these bytes is for the log; the start of a line that may become progress comes with a later call. */
    byte[] text(byte[] bytes, int length) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(length);
        for (int i = 0; i < length; i++) {
            byte next = bytes[i];
            if (lineIsText) {
                text.write(next);
                lineIsText = next != '\n';
            } else if (next == '\n') {
                endLine(text);
            } else {
                line.write(next);
                if (line.size() > LONGEST) {
                    flush(text);
                    lineIsText = true;
                }
            }
        }
        return text.toByteArray();
    }

    /** What was left of a line without an end. */
    byte[] rest() {
        byte[] rest = line.toByteArray();
        line.reset();
        return rest;
    }

    private void endLine(ByteArrayOutputStream text) {
        String whole = line.toString(ISO_8859_1);
        if (whole.matches("progress (\\d{1,2}|100)")) {
            line.reset();
            listener.accept(Integer.parseInt(whole.substring(WORD.length())));
        } else {
            flush(text);
            text.write('\n');
        }
    }

    private void flush(ByteArrayOutputStream text) {
        text.writeBytes(line.toByteArray());
        line.reset();
    }
}
