package com.zenithcapital.workbook.cli;

import com.zenithcapital.workbook.verdict.Shortened;
import com.zenithcapital.workbook.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer for people. What comes out of a workbook is a stranger's: characters that would move a terminal's cursor,
 * break a line or turn the direction of writing are replaced.
 */
final class PlainText implements AutoCloseable {

    private static final String GAP = "  ";
    /** Before the first digit of a number: a parenthesis, a minus. */
    private static final int MOST_SIGNS = 2;

    private static final int REPLACEMENT = 0xFFFD;

    private final PrintWriter out;

    PlainText(OutputStream out) {
        this.out = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void line(String text) {
        out.print(printable(text));
        out.print('\n');
    }

    void rejected(Verdict.Rejected rejected) {
        line("rejected: " + rejected.rejection().slug() + ": " + rejected.detail());
    }

    /** Columns below each other: texts begin at the left, numbers end at the right. */
    void table(List<List<@Nullable String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<@Nullable String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], length(text(row, column)));
            }
        }
        for (List<@Nullable String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String text = text(row, column);
                String padding = " ".repeat(widths[column] - length(text));
                line.append(column == 0 ? "" : GAP).append(isNumber(text) ? padding + text : text + padding);
            }
            line(line.toString().stripTrailing());
        }
    }

    static String cut(int length, String text) {
        return Shortened.to(length, printable(text));
    }

    @Override
    public void close() throws IOException {
        if (out.checkError()) {
            throw new IOException("standard output takes nothing more");
        }
    }

    private static String text(List<@Nullable String> row, int column) {
        String text = row.get(column);
        return text == null ? "" : printable(text);
    }

    private static boolean isNumber(String text) {
        return text.codePoints()
                .limit(MOST_SIGNS)
                .anyMatch(c -> Character.isDigit(c) || Character.getType(c) == Character.CURRENCY_SYMBOL);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().map(c -> isPrintable(c) ? c : REPLACEMENT).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
