package com.zenithcapital.workbook.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a format code into its sections. Any text is a format code: what has no meaning stands for itself. */
final class SectionParser {

    private static final String GENERAL = "general";
    private static final String MORNING_OR_EVENING = "am/pm";
    private static final String SHORT_MORNING_OR_EVENING = "a/p";

    private final String code;
    private int at;
    private List<Token> tokens = new ArrayList<>();
    private @Nullable Condition condition;
    private Language language = Language.ENGLISH;

    private SectionParser(String code) {
        this.code = code;
    }

    static List<Section> parse(String code) {
        SectionParser parser = new SectionParser(code);
        List<Section> sections = new ArrayList<>();
        parser.readSection();
        sections.add(parser.endSection());
        while (parser.at < code.length()) {
            parser.at++;
            parser.readSection();
            sections.add(parser.endSection());
        }
        return sections;
    }

    private Section endSection() {
        Section section = new Section(Minutes.told(tokens), condition, language);
        tokens = new ArrayList<>();
        condition = null;
        language = Language.ENGLISH;
        return section;
    }

    private void readSection() {
        while (at < code.length() && code.charAt(at) != ';') {
            char c = code.charAt(at);
            switch (c) {
                case '"' -> readQuoted();
                case '\\' -> readNext(c);
                case '_' -> {
                    // As wide as the next character.
                    at += 2;
                    literal(" ");
                }
                // Fills the column with the next character: no column, no filling.
                case '*' -> at += 2;
                case '[' -> readBrackets();
                case '0', '#', '?' -> add(new Token.Digit(c));
                case '.' -> readPoint();
                case ',' -> add(new Token.Comma());
                case '%' -> add(new Token.Percent());
                case '/' -> add(new Token.Slash());
                case '@' -> add(new Token.Text());
                case 'E', 'e' -> readExponent(c);
                case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S' -> readMoment(Character.toLowerCase(c));
                case 'A', 'a', 'G', 'g' -> readWord(c);
                default -> {
                    literal(String.valueOf(c));
                    at++;
                }
            }
        }
    }

    private void readQuoted() {
        int end = code.indexOf('"', at + 1);
        int last = end < 0 ? code.length() : end;
        literal(code.substring(at + 1, last));
        at = Math.min(code.length(), last + 1);
    }

    private void readNext(char escape) {
        boolean whole = at + 1 < code.length();
        literal(String.valueOf(whole ? code.charAt(at + 1) : escape));
        at += whole ? 2 : 1;
    }

    private void readBrackets() {
        int end = code.indexOf(']', at);
        if (end < 0) {
            literal("[");
            at++;
            return;
        }
        String inner = code.substring(at + 1, end);
        at = end + 1;
        if (inner.startsWith("$")) {
            readCurrency(inner.substring(1));
            return;
        }
        String lower = inner.toLowerCase(Locale.ROOT);
        if (lower.matches("h+|m+|s+")) {
            tokens.add(new Token.Elapsed(lower.charAt(0), lower.length()));
            return;
        }
        Condition found = Condition.parse(inner);
        if (found != null) {
            condition = found;
        }
        // Colours, and kinds of digits that a preview does not know.
    }

    /** {@code [$€-407]}: a sign and the language it comes with, either may be missing. */
    private void readCurrency(String inner) {
        int dash = inner.lastIndexOf('-');
        literal(dash < 0 ? inner : inner.substring(0, dash));
        if (dash >= 0) {
            language = Language.of(inner.substring(dash + 1));
        }
    }

    private void readPoint() {
        int digits = 0;
        while (at + 1 + digits < code.length() && code.charAt(at + 1 + digits) == '0') {
            digits++;
        }
        if (digits > 0 && lastIsSeconds()) {
            tokens.add(new Token.SecondFraction(digits));
            at += 1 + digits;
        } else {
            add(new Token.Point());
        }
    }

    private boolean lastIsSeconds() {
        return !tokens.isEmpty()
                && switch (tokens.getLast()) {
                    case Token.Moment moment -> moment.part() == 's';
                    case Token.Elapsed elapsed -> elapsed.part() == 's';
                    default -> false;
                };
    }

    private void readExponent(char c) {
        char sign = at + 1 < code.length() ? code.charAt(at + 1) : 0;
        boolean digitsBefore = tokens.stream().anyMatch(token -> token instanceof Token.Digit);
        if (digitsBefore && (sign == '+' || sign == '-')) {
            tokens.add(new Token.Exponent(c, sign == '+'));
            at += 2;
        } else if (digitsBefore) {
            literal(String.valueOf(c));
            at++;
        } else {
            // The year of an era; of the western one here.
            at += run('e');
            tokens.add(new Token.Moment('y', 4));
        }
    }

    private void readMoment(char part) {
        int length = run(part);
        tokens.add(new Token.Moment(part, length));
        at += length;
    }

    private int run(char lower) {
        int length = 1;
        while (at + length < code.length() && Character.toLowerCase(code.charAt(at + length)) == lower) {
            length++;
        }
        return length;
    }

    private void readWord(char c) {
        if (isNext(GENERAL)) {
            tokens.add(new Token.General());
            at += GENERAL.length();
        } else if (isNext(MORNING_OR_EVENING)) {
            tokens.add(new Token.HalfOfDay(true));
            at += MORNING_OR_EVENING.length();
        } else if (isNext(SHORT_MORNING_OR_EVENING)) {
            tokens.add(new Token.HalfOfDay(false));
            at += SHORT_MORNING_OR_EVENING.length();
        } else {
            literal(String.valueOf(c));
            at++;
        }
    }

    private boolean isNext(String word) {
        return code.regionMatches(true, at, word, 0, word.length());
    }

    private void add(Token token) {
        tokens.add(token);
        at++;
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            tokens.add(new Token.Literal(text));
        }
    }
}
