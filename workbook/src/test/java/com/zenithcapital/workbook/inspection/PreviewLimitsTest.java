package com.zenithcapital.workbook.inspection;

import static com.zenithcapital.workbook.testing.Inspecting.accepted;
import static com.zenithcapital.workbook.testing.Inspecting.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.sheet.PreviewRow;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import com.zenithcapital.workbook.verdict.Policy;
import com.zenithcapital.workbook.zip.Limits;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreviewLimitsTest {

    private static List<PreviewRow> preview(String rows, int mostRows, int mostColumns) {
        InspectionOptions options = new InspectionOptions(Limits.DEFAULT, Policy.STRICT, mostRows, mostColumns);
        Inspection inspection = inspect(WorkbookBuilder.withRows(rows).toBytes(), "model.xlsx", options);
        accepted(inspection);
        return inspection.preview().getFirst().rows();
    }

    private static String row(int row, String... columns) {
        return IntStream.range(0, columns.length)
                .mapToObj(index -> "<c r=\"%s%d\"><v>%d</v></c>".formatted(columns[index], row, index))
                .collect(Collectors.joining("", "<row r=\"%d\">".formatted(row), "</row>"));
    }

    @Test
    void the_first_rows_that_hold_anything_are_shown() {
        List<PreviewRow> rows = preview(row(3, "A") + row(8, "B") + row(9, "A"), 2, 10);

        assertThat(rows).extracting(PreviewRow::number).containsExactly(3, 8);
    }

    @Test
    void columns_beyond_the_limit_are_left_out() {
        List<PreviewRow> rows = preview(row(1, "A", "B", "C") + row(2, "C"), 10, 2);

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly("0", "1"));
    }

    @Test
    void empty_cells_between_are_null() {
        List<PreviewRow> rows = preview(row(1, "B", "D"), 10, 10);

        assertThat(rows.getFirst().cells()).containsExactly(null, "0", null, "1");
    }

    @Test
    void a_long_text_is_cut() {
        String text = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>%s</v></c></row>".formatted("x".repeat(5_000));

        List<PreviewRow> rows = preview(text, 10, 10);

        assertThat(rows.getFirst().cells().getFirst()).hasSize(256).endsWith("…");
    }

    @Test
    void many_long_texts_stay_within_the_share_of_the_output() {
        String cells = IntStream.range(0, 50)
                .mapToObj(column -> "<c t=\"s\"><v>0</v></c>")
                .collect(Collectors.joining());
        String rows = IntStream.rangeClosed(1, 1_000)
                .mapToObj(row -> "<row r=\"%d\">%s</row>".formatted(row, cells))
                .collect(Collectors.joining());
        InspectionOptions options = new InspectionOptions(Limits.DEFAULT, Policy.STRICT, 1_000, 50);
        byte[] file = WorkbookBuilder.withRows(rows)
                .sharedStrings("<si><t>%s</t></si>".formatted("ä".repeat(256)))
                .toBytes();

        Inspection inspection = inspect(file, "model.xlsx", options);

        long characters = inspection.preview().getFirst().rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToLong(cell -> String.valueOf(cell).length())
                .sum();
        assertThat(characters * 3).isBetween(3L << 20, 4L << 20);
    }
}
