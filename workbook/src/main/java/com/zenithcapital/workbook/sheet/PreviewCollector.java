package com.zenithcapital.workbook.sheet;

import com.zenithcapital.workbook.format.CellStyles;
import com.zenithcapital.workbook.format.NumberFormat;
import com.zenithcapital.workbook.ooxml.RichText;
import com.zenithcapital.workbook.ooxml.SharedStrings;
import com.zenithcapital.workbook.verdict.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first rows of a sheet that hold anything, as a reader would see them. Shared strings stay numbers until
 * the table has been read.
 */
final class PreviewCollector {

    /** What a kept cell costs at least: a hostile sheet of a million empty-looking ones must not fill the heap. */
    private static final int LEAST_COST = 12;

    private final PreviewShape shape;
    private final CellStyles styles;
    private final boolean date1904;
    private final List<Row> rows = new ArrayList<>();
    private int left;
    private boolean full;
    private SheetLayout layout = new SheetLayout();

    PreviewCollector(PreviewShape shape, CellStyles styles, boolean date1904) {
        this.shape = shape;
        this.styles = styles;
        this.date1904 = date1904;
        this.left = shape.characters();
        this.full = shape.rows() == 0 || shape.columns() == 0;
    }

    /** Whether nothing that comes can be shown any more. */
    boolean isFull() {
        return full;
    }

    void add(CellCursor cell) {
        if (full || cell.column() > shape.columns() || !cell.hasValue()) {
            return;
        }
        if (cell.isRowHidden() || cell.layout().isHidden(cell.column())) {
            return;
        }
        if (rows.isEmpty() || rows.getLast().number() != cell.row()) {
            if (rows.size() == shape.rows()) {
                full = true;
                return;
            }
            rows.add(new Row(cell.row(), new ArrayList<>()));
        }
        Content content = content(cell);
        left -= LEAST_COST + content.length();
        if (left < 0) {
            full = true;
            return;
        }
        List<@Nullable Content> cells = rows.getLast().cells();
        while (cells.size() < cell.column()) {
            cells.add(null);
        }
        cells.set(cell.column() - 1, content);
    }

    /** The numbers of the shared strings that the kept cells refer to. */
    IntStream wantedStrings() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(content -> content instanceof Shared shared ? shared.number() : -1)
                .filter(number -> number >= 0);
    }

    /** Takes in what was known only after the last cell. */
    void end(SheetLayout known) {
        layout = known;
    }

    boolean isProtected() {
        return layout.isProtected();
    }

    SheetPreview shown(SharedStrings strings) {
        List<PreviewRow> shown = rows(strings);
        int bottom = shown.isEmpty() ? 0 : shown.getLast().number();
        List<CellRange> merges = layout.merges().stream()
                .filter(merge -> merge.top() <= bottom && merge.left() <= shape.columns())
                .toList();
        return new SheetPreview(shown, merges);
    }

    /** As many as fit into the sheet's share of the output. */
    private List<PreviewRow> rows(SharedStrings strings) {
        List<PreviewRow> shown = new ArrayList<>();
        int room = shape.characters();
        rows.forEach(this::cover);
        for (Row row : rows) {
            List<@Nullable String> cells = new ArrayList<>(row.cells().size());
            boolean empty = true;
            for (Content content : row.cells()) {
                String text =
                        switch (content) {
                            case null -> null;
                            case Shared shared -> text(shared.format(), strings.text(shared.number()));
                            case Shown known -> known.text();
                        };
                room -= PreviewShape.cost(text);
                cells.add(text);
                empty &= text == null;
            }
            if (room < 0) {
                break;
            }
            if (!empty) {
                shown.add(new PreviewRow(row.number(), cells));
            }
        }
        return shown;
    }

    /** What Excel keeps below a merge is not seen. */
    private void cover(Row row) {
        for (CellRange merge : layout.merges()) {
            if (row.number() < merge.top() || row.number() > merge.bottom()) {
                continue;
            }
            int first = row.number() == merge.top() ? merge.left() + 1 : merge.left();
            for (int column = first;
                    column <= Math.min(merge.right(), row.cells().size());
                    column++) {
                row.cells().set(column - 1, null);
            }
        }
    }

    private Content content(CellCursor cell) {
        NumberFormat format = styles.format(cell.style());
        return switch (cell.kind()) {
            case SHARED_STRING -> new Shared(SharedStrings.number(cell.value()), format);
            case TEXT -> new Shown(text(format, RichText.unescape(cell.value())));
            case BOOLEAN -> new Shown(isTrue(cell.value().toString().strip()) ? "TRUE" : "FALSE");
            case ERROR -> new Shown(cut(cell.value().toString()));
            case DATE -> new Shown(cut(format.isoDate(cell.value().toString().strip(), date1904)));
            case NUMBER -> new Shown(cut(format.number(cell.value().toString().strip(), date1904)));
        };
    }

    private static String text(NumberFormat format, String text) {
        return cut(format.text(cut(text)));
    }

    private static String cut(String text) {
        return Shortened.to(PreviewShape.LONGEST_TEXT, text);
    }

    private static boolean isTrue(String stored) {
        return stored.equals("1") || stored.equals("true");
    }

    private record Row(int number, List<@Nullable Content> cells) {}

    private sealed interface Content {
        int length();
    }

    private record Shared(int number, NumberFormat format) implements Content {
        @Override
        public int length() {
            return 0;
        }
    }

    private record Shown(String text) implements Content {
        @Override
        public int length() {
            return text.length();
        }
    }
}
