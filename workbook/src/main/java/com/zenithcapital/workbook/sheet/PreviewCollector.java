package com.zenithcapital.workbook.sheet;

import com.zenithcapital.workbook.ooxml.NumberFormats;
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
    private final NumberFormats formats;
    private final boolean date1904;
    private final List<Row> rows = new ArrayList<>();
    private int left;
    private boolean full;

    PreviewCollector(PreviewShape shape, NumberFormats formats, boolean date1904) {
        this.shape = shape;
        this.formats = formats;
        this.date1904 = date1904;
        this.left = shape.characters();
        this.full = shape.rows() == 0 || shape.columns() == 0;
    }

    /** Whether nothing that comes can be shown any more. */
    boolean isFull() {
        return full;
    }

    void add(SheetCursor cell) {
        if (full || cell.column() > shape.columns() || !cell.hasValue()) {
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

    /** The rows as shown, as many as fit into the sheet's share of the output. */
    List<PreviewRow> rows(SharedStrings strings) {
        List<PreviewRow> shown = new ArrayList<>();
        int room = shape.characters();
        for (Row row : rows) {
            List<@Nullable String> cells = new ArrayList<>(row.cells().size());
            for (Content content : row.cells()) {
                String text =
                        switch (content) {
                            case null -> null;
                            case Shared shared -> strings.text(shared.number());
                            case Shown known -> known.text();
                        };
                room -= PreviewShape.cost(text);
                cells.add(text);
            }
            if (room < 0) {
                break;
            }
            if (cells.stream().anyMatch(text -> text != null)) {
                shown.add(new PreviewRow(row.number(), cells));
            }
        }
        return shown;
    }

    private Content content(SheetCursor cell) {
        return switch (cell.kind()) {
            case SHARED_STRING -> new Shared(SharedStrings.number(cell.value()));
            case TEXT -> new Shown(Shortened.to(PreviewShape.LONGEST_TEXT, RichText.unescape(cell.value())));
            case BOOLEAN -> new Shown(isTrue(cell.value().toString().strip()) ? "TRUE" : "FALSE");
            case ERROR, DATE ->
                new Shown(Shortened.to(PreviewShape.LONGEST_TEXT, cell.value().toString()));
            case NUMBER -> new Shown(Shortened.to(PreviewShape.LONGEST_TEXT, number(cell)));
        };
    }

    private static boolean isTrue(String stored) {
        return stored.equals("1") || stored.equals("true");
    }

    private String number(SheetCursor cell) {
        String stored = cell.value().toString().strip();
        return formats.isDate(cell.style()) ? GeneralNumber.showDate(stored, date1904) : GeneralNumber.show(stored);
    }

    private record Row(int number, List<@Nullable Content> cells) {}

    private sealed interface Content {
        int length();
    }

    private record Shared(int number) implements Content {
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
