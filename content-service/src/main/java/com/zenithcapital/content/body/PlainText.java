package com.zenithcapital.content.body;

/** Text put together from parts: one blank at most between words, no empty lines, nothing invisible at the ends. */
final class PlainText {

    private final StringBuilder text = new StringBuilder();
    private boolean blank;
    private boolean line;

    /** Any white space in it becomes a blank. Control characters and halves of characters are left out. */
    void add(String part) {
        part.codePoints().forEach(this::add);
    }

    /** The same, but its lines stay lines. */
    void addLines(String part) {
        part.codePoints().forEach(read -> {
            if (read == '\n') {
                line();
            } else {
                add(read);
            }
        });
    }

    void blank() {
        blank = true;
    }

    void line() {
        line = true;
    }

    private void add(int read) {
        if (Character.isWhitespace(read) || Character.isSpaceChar(read)) {
            blank = true;
            return;
        }
        int type = Character.getType(read);
        if (type == Character.CONTROL || type == Character.SURROGATE) {
            return;
        }
        if (!text.isEmpty() && (line || blank)) {
            text.append(line ? '\n' : ' ');
        }
        line = false;
        blank = false;
        text.appendCodePoint(read);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
