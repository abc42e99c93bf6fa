package com.zenithcapital.content.body;

/** A text that refuses to grow past its bound. */
final class BoundedText implements Appendable {

    private final StringBuilder text = new StringBuilder();
    private final int longest;

    BoundedText(int longest) {
        this.longest = longest;
    }

    @Override
    public Appendable append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public Appendable append(CharSequence more, int start, int end) {
        if (end - start > longest - text.length()) {
            throw new UnrenderableException("its HTML would be longer than " + longest + " characters");
        }
        text.append(more, start, end);
        return this;
    }

    @Override
    public Appendable append(char more) {
        return append(String.valueOf(more));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
