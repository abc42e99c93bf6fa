package com.zenithcapital.content.search;

/** Part of a text with what was looked for, as HTML. */
public final class Excerpt {

    /** What stands around a hit in what the database gives: characters that no text has. */
    public static final char START = '\u0002';

    public static final char END = '\u0003';

    private static final String OPEN = "<mark>";
    private static final String CLOSE = "</mark>";

    private Excerpt() {}

    /**
     * Everything escaped, then {@code <mark>} around hits: never more opened than closed, whatever the text has in it.
     */
    public static String html(String marked) {
        StringBuilder html = new StringBuilder(marked.length() + 64);
        boolean open = false;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            switch (c) {
                case START -> {
                    html.append(open ? "" : OPEN);
                    open = true;
                }
                case END -> {
                    html.append(open ? CLOSE : "");
                    open = false;
                }
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return open ? html.append(CLOSE).toString() : html.toString();
    }
}
