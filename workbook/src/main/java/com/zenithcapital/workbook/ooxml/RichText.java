package com.zenithcapital.workbook.ooxml;

import com.zenithcapital.workbook.xml.PartReader;

/** Text with or without runs of formatting (ECMA-376 part 1, 18.4.8): the type of shared and of inline strings. */
public final class RichText {

    private RichText() {}

    /** Moves to the end of the element that just started and appends its text, without the phonetic hints. */
    public static void read(PartReader xml, StringBuilder text) {
        while (true) {
            switch (xml.next()) {
                case START -> {
                    switch (xml.name()) {
                        case "t" -> xml.readText(text);
                        case "r" -> read(xml, text);
                        default -> xml.skipElement();
                    }
                }
                case TEXT -> {
                    // White space between the elements.
                }
                case END, END_OF_PART -> {
                    return;
                }
            }
        }
    }

    /** Replaces {@code _x000D_} and the like by the character it stands for (ECMA-376 part 1, 22.9.2.19). */
    public static String unescape(CharSequence text) {
        String escaped = text.toString();
        int at = escaped.indexOf("_x");
        if (at < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder();
        int copied = 0;
        for (; at >= 0; at = escaped.indexOf("_x", at)) {
            if (isEscape(escaped, at)) {
                plain.append(escaped, copied, at).append((char) Integer.parseInt(escaped, at + 2, at + 6, 16));
                at += 7;
                copied = at;
            } else {
                at += 2;
            }
        }
        return plain.append(escaped, copied, escaped.length()).toString();
    }

    private static boolean isEscape(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int digit = at + 2; digit < at + 6; digit++) {
            if (Character.digit(text.charAt(digit), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
