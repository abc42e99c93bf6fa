package com.zenithcapital.analytics.intake;

/** Texts as they may be kept: PostgreSQL takes no U+0000, UTF-8 no half of a pair, and no list shows control characters. */
final class Texts {

    private Texts() {}

    /** Without control characters, halves of pairs, and blanks around it. */
    static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                return cleaned(text, i).strip();
            }
        }
        return text.strip();
    }

    /** At most this many chars, and no half of a pair at the end. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static String cleaned(String text, int from) {
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, from);
        int i = from;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            if (!half && !Character.isISOControl(point)) {
                kept.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return kept.toString();
    }
}
