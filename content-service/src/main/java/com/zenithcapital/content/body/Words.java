package com.zenithcapital.content.body;

/**
 * Counts words. A word is a run of letters and digits; one mark within it ({@code don't}, {@code 12,500.75},
 * {@code buy-side}) does not end it. Chinese and Japanese have no blanks between words, which are two characters long
 * on average: there every character counts as half a word.
 */
final class Words {

    /** Per minute: about what adults read silently of English prose (Brysbaert 2019, 238, less some for figures). */
    private static final int READ_IN_A_MINUTE = 230;

    private Words() {}

    static int in(String text) {
        int words = 0;
        int characters = 0;
        boolean within = false;
        for (int at = 0; at < text.length(); ) {
            int read = text.codePointAt(at);
            int next = at + Character.charCount(read);
            if (standsAlone(read)) {
                characters++;
                within = false;
            } else if (belongsToWord(read)) {
                words += within ? 0 : 1;
                within = true;
            } else {
                within = within && joins(read) && next < text.length() && belongsToWord(text.codePointAt(next));
            }
            at = next;
        }
        return words + (characters + 1) / 2;
    }

    static int minutes(int words) {
        return Math.max(1, Math.ceilDiv(words, READ_IN_A_MINUTE));
    }

    private static boolean belongsToWord(int read) {
        int type = Character.getType(read);
        return !standsAlone(read)
                && (Character.isLetterOrDigit(read)
                        || type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK);
    }

    private static boolean standsAlone(int read) {
        if (read < 0x2E80) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(read);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    private static boolean joins(int read) {
        return read == '\'' || read == '’' || read == '-' || read == '.' || read == ',' || read == '/';
    }
}
