package com.zenithcapital.workbook.formula;

/**
 * Goes through a formula token by token, in one pass and without making anything: a model has millions of formulas.
 * Whatever the text is, there are tokens for all of it; a quote or bracket that never closes takes the rest.
 */
public final class FormulaLexer {

    private static final int ROWS = 1_048_576;
    private static final int COLUMNS = 16_384;
    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;

    private char[] text = new char[256];
    private int length;
    private int start;
    private int end;
    private TokenKind kind = TokenKind.END;
    private int row;
    private int column;
    private boolean rowAbsolute;
    private boolean columnAbsolute;

    /** Begins anew, before the first token of this formula, which has no equals sign. */
    public void read(CharSequence formula) {
        length = formula.length();
        if (text.length < length) {
            text = new char[Math.max(length, text.length * 2)];
        }
        if (formula instanceof StringBuilder builder) {
            builder.getChars(0, length, text, 0);
        } else {
            formula.toString().getChars(0, length, text, 0);
        }
        end = 0;
        kind = TokenKind.END;
    }

    /** Moves to the next token; {@link TokenKind#END} behind the last, however often it is asked. */
    public TokenKind next() {
        TokenKind before = kind;
        start = end;
        kind = start == length ? TokenKind.END : scan(text[start], before);
        return kind;
    }

    public TokenKind kind() {
        return kind;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** A character of the formula, wherever the lexer stands. */
    public char at(int index) {
        return text[index];
    }

    /** The token as it stands in the formula. */
    public String token() {
        return new String(text, start, end - start);
    }

    /** Of a CELL or ROW, one-based. */
    public int row() {
        return row;
    }

    /** Of a CELL or COLUMN, one-based. */
    public int column() {
        return column;
    }

    public boolean isRowAbsolute() {
        return rowAbsolute;
    }

    public boolean isColumnAbsolute() {
        return columnAbsolute;
    }

    private TokenKind scan(char c, TokenKind before) {
        switch (c) {
            case '"' -> {
                end = closing('"');
                return TokenKind.TEXT;
            }
            case '\'' -> {
                end = closing('\'');
                return sheetOr(TokenKind.OPERATOR);
            }
            case '[' -> {
                return brackets();
            }
            case '#' -> {
                return error();
            }
            case '(' -> {
                return single(TokenKind.OPEN);
            }
            case ')' -> {
                return single(TokenKind.CLOSE);
            }
            case ',' -> {
                return single(TokenKind.COMMA);
            }
            case ' ', '\n', '\r', '\t' -> {
                return single(TokenKind.SPACE);
            }
            default -> {
                if (c == '$' || isOfWord(c)) {
                    return word(c, before);
                }
                return single(TokenKind.OPERATOR);
            }
        }
    }

    private TokenKind single(TokenKind of) {
        end = start + 1;
        return of;
    }

    /** Behind the quote that closes what opens at the start; a doubled one is a character of the text. */
    private int closing(char quote) {
        int at = start + 1;
        while (at < length) {
            if (text[at] == quote) {
                if (at + 1 == length || text[at + 1] != quote) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        return length;
    }

    /** A sheet where an exclamation mark follows, which then belongs to it. */
    private TokenKind sheetOr(TokenKind otherwise) {
        if (end < length && text[end] == '!') {
            end++;
            return TokenKind.SHEET;
        }
        return otherwise;
    }

    private TokenKind brackets() {
        int depth = 0;
        int at = start;
        while (at < length) {
            char c = text[at++];
            if (c == '\'') {
                // Escapes the next character of a column's name.
                at++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                break;
            }
        }
        end = Math.min(at, length);
        // [1]Sheet1!A1, [1]!Name: the brackets name another workbook.
        int word = endOfWord(end);
        if (word < length && text[word] == '!') {
            end = word + 1;
            return TokenKind.SHEET;
        }
        return TokenKind.BRACKETS;
    }

    private TokenKind error() {
        int at = start + 1;
        while (at < length && (isOfWord(text[at]) || text[at] == '/')) {
            at++;
        }
        if (at < length && (text[at] == '!' || text[at] == '?')) {
            at++;
        }
        end = at;
        // Alone it asks for the spilled range of the cell before it.
        return end == start + 1 ? TokenKind.OPERATOR : TokenKind.ERROR;
    }

    private TokenKind word(char first, TokenKind before) {
        if (isDigit(first) || first == '.') {
            return number(before);
        }
        if (cell(start) || lineOf(start, before)) {
            return kindOfReference();
        }
        end = Math.max(endOfWord(start), start + 1);
        if (end < length && text[end] == '(') {
            return TokenKind.FUNCTION;
        }
        if (end < length && text[end] == ':') {
            // Jan:Dec!B2, a span of sheets.
            int second = endOfWord(end + 1);
            if (second > end + 1 && second < length && text[second] == '!') {
                end = second + 1;
                return TokenKind.SHEET;
            }
        }
        return sheetOr(first == '$' ? TokenKind.OPERATOR : TokenKind.NAME);
    }

    private TokenKind kindOfReference() {
        if (row == 0) {
            return TokenKind.COLUMN;
        }
        return column == 0 ? TokenKind.ROW : TokenKind.CELL;
    }

    private TokenKind number(TokenKind before) {
        if (lineOf(start, before)) {
            return TokenKind.ROW;
        }
        int at = start;
        while (at < length && (isDigit(text[at]) || text[at] == '.')) {
            at++;
        }
        if (at < length && (text[at] == 'E' || text[at] == 'e')) {
            int exponent = at + 1;
            if (exponent < length && (text[exponent] == '+' || text[exponent] == '-')) {
                exponent++;
            }
            if (exponent < length && isDigit(text[exponent])) {
                at = exponent;
                while (at < length && isDigit(text[at])) {
                    at++;
                }
            }
        }
        end = at;
        // 2025!A1, a sheet that begins with a digit; Excel quotes it, others do not.
        int word = endOfWord(at);
        if (word < length && text[word] == '!') {
            end = word + 1;
            return TokenKind.SHEET;
        }
        return TokenKind.NUMBER;
    }

    /** Whether a cell begins there and ends with the word. */
    private boolean cell(int from) {
        int at = columnAt(from);
        if (at < 0) {
            return false;
        }
        at = rowAt(at);
        return at >= 0 && ends(at);
    }

    /** Whether a whole column or row begins there: one side of a colon with its like on the other. */
    private boolean lineOf(int from, TokenKind before) {
        if (start > 0 && text[start - 1] == ':' && before == TokenKind.OPERATOR) {
            return line(from) && ends(end);
        }
        if (!line(from) || end >= length || text[end] != ':') {
            return false;
        }
        boolean columns = row == 0;
        int firstEnd = end;
        int firstRow = row;
        int firstColumn = column;
        boolean absolute = columns ? columnAbsolute : rowAbsolute;
        boolean alike = line(firstEnd + 1) && (row == 0) == columns && ends(end);
        end = firstEnd;
        row = firstRow;
        column = firstColumn;
        rowAbsolute = !columns && absolute;
        columnAbsolute = columns && absolute;
        return alike;
    }

    private boolean line(int from) {
        int at = columnAt(from);
        if (at >= 0 && (at == length || (!isOfWord(text[at]) && text[at] != '$'))) {
            row = 0;
            rowAbsolute = false;
            end = at;
            return true;
        }
        at = rowAt(from);
        if (at < 0) {
            return false;
        }
        column = 0;
        columnAbsolute = false;
        end = at;
        return true;
    }

    /** Behind the column that begins there, or -1. */
    private int columnAt(int from) {
        int at = from;
        columnAbsolute = at < length && text[at] == '$';
        if (columnAbsolute) {
            at++;
        }
        int first = at;
        int number = 0;
        while (at < length && at - first < MOST_LETTERS && letter(text[at]) > 0) {
            number = number * 26 + letter(text[at]);
            at++;
        }
        column = number;
        return number >= 1 && number <= COLUMNS ? at : -1;
    }

    /** Behind the row that begins there, or -1. */
    private int rowAt(int from) {
        int at = from;
        rowAbsolute = at < length && text[at] == '$';
        if (rowAbsolute) {
            at++;
        }
        int first = at;
        int number = 0;
        while (at < length && at - first < MOST_DIGITS && isDigit(text[at])) {
            number = number * 10 + text[at] - '0';
            at++;
        }
        row = number;
        return number >= 1 && number <= ROWS ? at : -1;
    }

    /** Whether a reference can end there; if so it does. */
    private boolean ends(int at) {
        if (at < length && (isOfWord(text[at]) || text[at] == '(' || text[at] == '!' || text[at] == '$')) {
            return false;
        }
        end = at;
        return true;
    }

    private int endOfWord(int from) {
        int at = from;
        while (at < length && isOfWord(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isOfWord(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || isDigit(c)
                || c == '_'
                || c == '.'
                || c == '\\'
                || c == '?'
                || (c > 127 && Character.isLetterOrDigit(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int letter(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A' + 1;
        }
        return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
    }
}
