package com.zenithcapital.workbook.cli;

import com.zenithcapital.workbook.difference.CellDifference;
import com.zenithcapital.workbook.difference.CellDifference.Change;
import com.zenithcapital.workbook.difference.CellState;
import com.zenithcapital.workbook.difference.Difference;
import com.zenithcapital.workbook.difference.Movement;
import com.zenithcapital.workbook.difference.NameDifference;
import com.zenithcapital.workbook.difference.SheetDifference;
import com.zenithcapital.workbook.difference.SheetDifference.Lines;
import com.zenithcapital.workbook.difference.SheetDifference.Place;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The difference as a page: one file that loads nothing and runs nothing, in the reader's light or dark. Everything
 * that comes from the workbooks is escaped where it is written, in {@link #text}.
 */
final class DiffPage {

    private static final String STYLE = """
            :root{color-scheme:light dark;--line:#8884;--muted:#767676;--old:#b3261e;--new:#1a7f37}
            @media(prefers-color-scheme:dark){:root{--muted:#9a9a9a;--old:#ff8a80;--new:#7ee787}}
            body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem;border-bottom:1px solid var(--line)}
            h3{font-size:1rem;margin-bottom:.3rem}.muted{color:var(--muted)}
            table{border-collapse:collapse;width:100%;font-size:.9rem}
            th,td{text-align:left;vertical-align:top;padding:.25rem .6rem;border-bottom:1px solid var(--line)}
            td{overflow-wrap:anywhere;white-space:pre-wrap}td.kind,td.cell{white-space:nowrap}
            del{color:var(--old);text-decoration:none}ins{color:var(--new);text-decoration:none}
            code{font:.9em ui-monospace,monospace}
            """;

    private final Writer out;
    private final Allowance allowance;

    private DiffPage(Writer out, Allowance allowance) {
        this.out = out;
        this.allowance = allowance;
    }

    static void write(String oldName, String newName, Difference difference, OutputStream stream) throws IOException {
        Allowance allowance = Allowance.on(stream);
        Writer out = new BufferedWriter(new OutputStreamWriter(allowance.out(), StandardCharsets.UTF_8));
        new DiffPage(out, allowance).write(oldName, newName, difference);
        out.flush();
    }

    private void write(String oldName, String newName, Difference difference) throws IOException {
        out.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<title>What changed</title><style>\n");
        out.append(STYLE);
        out.append("</style></head><body><h1>What changed</h1><p>From <del>");
        text(oldName);
        out.append("</del> to <ins>");
        text(newName);
        out.append("</ins>.</p>\n");
        if (difference.isEmpty()) {
            out.append("<p>Nothing: sheets, cells, formulas, formats and names are the same.</p>");
        }
        allowance.begin(Allowance.OUTPUTS);
        writeMovement(difference.movement());
        allowance.begin(Allowance.NAMES);
        writeNames(difference);
        allowance.begin(Allowance.SHEETS);
        for (SheetDifference sheet : difference.sheets()) {
            writeSheet(sheet);
        }
        out.append("</body></html>\n");
    }

    private void writeMovement(Movement movement) throws IOException {
        if (movement.cells() == 0 && movement.unexplained() == 0) {
            return;
        }
        out.append("<h2>What moved</h2><p>");
        text(movement.cells() + " results are others because of the changes, " + movement.outputCount()
                + " of them outputs: they have a name, or nothing depends on them.");
        if (movement.unexplained() > 0 && movement.complete()) {
            text(" " + movement.unexplained() + " more are others for no reason that the formulas show.");
        }
        if (!movement.complete()) {
            text(" There may be more: the workbook is too large to follow all of them.");
        }
        out.append("</p>\n");
        if (!movement.outputs().isEmpty()) {
            head("Output", "Before", "After");
            int listed = 0;
            for (Movement.Output output : movement.outputs()) {
                if (!allowance.isLeft()) {
                    break;
                }
                listed++;
                out.append("<tr><td>");
                text(output.name() == null ? "" : output.name() + ": ");
                text(output.sheet() + "!" + output.cell());
                out.append("</td>");
                sides(output.before(), output.after());
                out.append("</tr>\n");
            }
            out.append("</tbody></table>\n");
            beyond(movement.outputCount() - listed, "outputs");
        }
    }

    private void writeNames(Difference difference) throws IOException {
        if (difference.names().isEmpty()) {
            return;
        }
        out.append("<h2>Names</h2>\n");
        head("Name", "Before", "After");
        int listed = 0;
        for (NameDifference name : difference.names()) {
            if (!allowance.isLeft()) {
                break;
            }
            listed++;
            out.append("<tr><td>");
            text(name.scope() == null ? name.name() : name.scope() + "!" + name.name());
            out.append("</td>");
            sides(name.before(), name.after());
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
        beyond(difference.nameCount() - listed, "names");
    }

    private void writeSheet(SheetDifference sheet) throws IOException {
        Place before = sheet.before();
        Place after = sheet.after();
        Place place = after != null ? after : before;
        out.append("<h2>Sheet ");
        text(place == null ? "" : place.name());
        out.append("</h2>\n");
        for (String fact : facts(sheet, before, after)) {
            out.append("<p>");
            text(fact);
            out.append("</p>\n");
        }
        if (sheet.cells().isEmpty() || !allowance.isLeft()) {
            beyond(sheet.differingCells(), "cells");
            return;
        }
        head("What", "Cell", "Before", "After");
        int listed = 0;
        for (CellDifference cell : sheet.cells()) {
            if (!allowance.isLeft()) {
                break;
            }
            listed++;
            writeCell(cell);
        }
        out.append("</tbody></table>\n");
        beyond(sheet.differingCells() - listed, "cells");
    }

    private List<String> facts(SheetDifference sheet, @Nullable Place before, @Nullable Place after) {
        if (before == null || after == null) {
            return List.of(before == null ? "The sheet is new." : "The sheet was removed.");
        }
        List<String> facts = new ArrayList<>();
        if (sheet.renamed()) {
            facts.add("It was named " + before.name() + ".");
        }
        if (sheet.moved()) {
            facts.add("It was sheet " + before.position() + " and is sheet " + after.position() + ".");
        }
        if (!before.visibility().equals(after.visibility())) {
            facts.add("It was " + before.visibility() + " and is " + after.visibility() + ".");
        }
        if (!sheet.compared()) {
            facts.add("Its cells are stored in no order and were not compared.");
        }
        addLines(facts, "rows", sheet.rows());
        addLines(facts, "columns", sheet.columns());
        List<String> counts = new ArrayList<>();
        for (Change change : Change.values()) {
            long count = sheet.counts().getOrDefault(change, 0L);
            if (count > 0) {
                counts.add(count + " " + words(change));
            }
        }
        if (!counts.isEmpty()) {
            facts.add("Cells: " + String.join(", ", counts) + ".");
        }
        if (sheet.recalculated() > 0) {
            facts.add(sheet.recalculated() + " formulas are the same and give another result.");
        }
        return facts;
    }

    private void addLines(List<String> facts, String what, Lines lines) {
        addLines(facts, "Inserted " + what, lines.inserted(), lines.insertedCount());
        addLines(facts, "Deleted " + what, lines.deleted(), lines.deletedCount());
    }

    private void addLines(List<String> facts, String what, List<String> ranges, long count) {
        if (count > 0) {
            int shown = allowance.isLeft() ? Math.min(ranges.size(), 50) : 0;
            String listed = String.join(", ", ranges.subList(0, shown));
            facts.add(
                    shown == 0
                            ? "%s (%d).".formatted(what, count)
                            : "%s (%d): %s%s."
                                    .formatted(what, count, listed, shown < ranges.size() ? " and more" : ""));
        }
    }

    private static String words(Change change) {
        return switch (change) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case FORMULA -> "with another formula";
            case VALUE -> "with another value";
            case FORMAT -> "with another format only";
        };
    }

    private void writeCell(CellDifference cell) throws IOException {
        out.append("<tr><td class=\"kind\">");
        text(cell.change().slug());
        out.append("</td><td class=\"cell\">");
        text(cell.before().equals(cell.after()) ? cell.after() : cell.before() + " → " + cell.after());
        out.append("</td>");
        boolean format = cell.change() == Change.FORMAT;
        sides(shown(cell.old(), format, ""), shown(cell.now(), format, String.join(", ", cell.aspects())));
        out.append("</tr>\n");
    }

    private static @Nullable String shown(@Nullable CellState state, boolean format, String aspects) {
        if (state == null) {
            return null;
        }
        if (format) {
            return aspects.isEmpty() ? state.numberFormat() : state.numberFormat() + " (" + aspects + ")";
        }
        String value = state.value() == null ? "" : state.value();
        return state.formula() == null ? value : "=" + state.formula() + "\n" + value;
    }

    private void head(String... titles) throws IOException {
        out.append("<table><thead><tr>");
        for (String title : titles) {
            out.append("<th scope=\"col\">");
            text(title);
            out.append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
    }

    private void sides(@Nullable String before, @Nullable String after) throws IOException {
        out.append("<td><del>");
        text(before == null ? "" : before);
        out.append("</del></td><td><ins>");
        text(after == null ? "" : after);
        out.append("</ins></td>");
    }

    private void beyond(long count, String what) throws IOException {
        if (count > 0) {
            out.append("<p class=\"muted\">");
            text("And " + count + " more " + what + ".");
            out.append("</p>\n");
        }
    }

    /**
     * Escaped for text and quoted attributes. What no page may hold is replaced; what cannot be seen and makes a text look
     * like another, or stand in another order, is named.
     */
    private void text(String text) throws IOException {
        String wellFormed = WellFormed.of(text);
        for (int at = 0; at < wellFormed.length(); at++) {
            char c = wellFormed.charAt(at);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (isUnseen(c)) {
                        out.append("<span class=\"muted\">[U+%04X]</span>".formatted((int) c));
                    } else {
                        out.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
                    }
                }
            }
        }
    }

    /** Marks of direction (Unicode Annex 9: embeddings, overrides, isolates), zero widths, the soft hyphen. */
    private static boolean isUnseen(char c) {
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u206F')
                || (c >= '\u200B' && c <= '\u200F')
                || c == '\u061C'
                || c == '\u00AD'
                || c == '\uFEFF';
    }
}
