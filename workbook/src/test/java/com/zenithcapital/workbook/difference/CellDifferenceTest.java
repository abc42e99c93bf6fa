package com.zenithcapital.workbook.difference;

import static com.zenithcapital.workbook.difference.Comparing.compare;
import static com.zenithcapital.workbook.difference.Comparing.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zenithcapital.workbook.difference.CellDifference.Change;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellDifferenceTest {

    private static SheetModel model() {
        return SheetModel.of("rate|5|=A1*2 4", "cost|7|=SUM(B1:B2) 12", "name||=B2+1 8", "end|9|");
    }

    @Test
    void equal_workbooks_do_not_differ() {
        Difference difference = compare(model(), model());

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.movement()).isEqualTo(new Movement(true, 0, 0, List.of(), 0));
    }

    @Test
    void cells_are_told_apart_by_what_changed() {
        SheetModel now = model().set(1, 2, "6")
                .set(2, 3, "=SUM(B1:B2)+1 13")
                .set(3, 2, "new")
                .set(3, 3, "8")
                .set(4, 2, "");

        SheetDifference sheet = sheet(compare(model(), now));

        assertThat(sheet.cells())
                .extracting(CellDifference::change, CellDifference::before, CellDifference::after)
                .containsExactly(
                        tuple(Change.VALUE, "B1", "B1"),
                        tuple(Change.FORMULA, "C2", "C2"),
                        tuple(Change.ADDED, "B3", "B3"),
                        tuple(Change.FORMULA, "C3", "C3"),
                        tuple(Change.REMOVED, "B4", "B4"));
        CellDifference formula = sheet.cells().get(1);
        assertThat(formula.old())
                .extracting(CellState::formula, CellState::value)
                .containsExactly("SUM(B1:B2)", "12");
        assertThat(formula.now())
                .extracting(CellState::formula, CellState::value)
                .containsExactly("SUM(B1:B2)+1", "13");
        assertThat(sheet.counts()).containsEntry(Change.FORMULA, 2L).containsEntry(Change.VALUE, 1L);
    }

    @Test
    void of_long_formulas_the_place_where_they_differ_is_shown() {
        String start = "A1+".repeat(2_600);

        SheetDifference sheet = sheet(compare(
                SheetModel.of("=" + start + "B1*2+C1 4", "=" + start + "1 5"),
                SheetModel.of("=" + start + "B1*3+C1 4", "=7 7")));

        assertThat(sheet.cells().getFirst().old())
                .extracting(CellState::formula)
                .asString()
                .startsWith("…")
                .endsWith("+A1+B1*2+C1")
                .hasSizeLessThan(100);
        assertThat(sheet.cells().getFirst().now())
                .extracting(CellState::formula)
                .asString()
                .endsWith("B1*3+C1")
                .hasSizeLessThan(100);
        assertThat(sheet.cells().getLast().old())
                .extracting(CellState::formula)
                .asString()
                .startsWith("A1+A1")
                .hasSize(256)
                .endsWith("…");
        assertThat(sheet.cells().getLast().now()).extracting(CellState::formula).isEqualTo("7");
    }

    @Test
    void one_number_written_in_two_ways_is_no_difference() {
        assertThat(compare(SheetModel.of("1000|0.5|x"), SheetModel.of("1.0E3|0.50|x"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_text_is_the_same_shared_or_not() {
        WorkbookBuilder old = WorkbookBuilder.withRows(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>")
                .sharedStrings("<si><t>other</t></si><si><r><t>Reve</t></r><r><t>nue</t></r></si>");
        WorkbookBuilder now =
                WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Revenue</t></is></c>"
                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>another</t></is></c></row>");

        SheetDifference sheet = sheet(compare(old, now));

        assertThat(sheet.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.after()).isEqualTo("B1");
            assertThat(cell.old()).extracting(CellState::value).isEqualTo("other");
            assertThat(cell.now()).extracting(CellState::value).isEqualTo("another");
        });
    }

    @Test
    void a_format_is_what_it_stands_for_and_not_its_number() {
        String cells = "<row r=\"1\"><c r=\"A1\" s=\"%d\"><v>1</v></c><c r=\"B1\" s=\"%d\"><v>2</v></c></row>";
        WorkbookBuilder old = WorkbookBuilder.withRows(cells.formatted(0, 1))
                .styles("<fonts><font><b/></font><font/></fonts><cellXfs><xf numFmtId=\"9\" fontId=\"0\"/>"
                        + "<xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>");
        WorkbookBuilder now = WorkbookBuilder.withRows(cells.formatted(1, 0))
                .styles(
                        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"0.0\"/></numFmts><fonts><font><b/></font></fonts>"
                                + "<cellXfs><xf numFmtId=\"170\" fontId=\"0\"/><xf fontId=\"0\" numFmtId=\"9\"/></cellXfs>");

        SheetDifference sheet = sheet(compare(old, now));

        assertThat(sheet.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.change()).isEqualTo(Change.FORMAT);
            assertThat(cell.after()).isEqualTo("B1");
            assertThat(cell.aspects()).containsExactly("number-format", "font");
            assertThat(cell.now()).extracting(CellState::numberFormat).isEqualTo("0.0");
        });
    }

    @Test
    void a_formula_that_is_shared_is_the_same_as_one_written_out() {
        WorkbookBuilder old = WorkbookBuilder.withRows("<row r=\"1\"><c r=\"A1\"><f>B1*$C$1</f><v>1</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><f>B2*$C$1</f><v>1</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\"><f>B3*$C$1</f><v>1</v></c></row>");
        WorkbookBuilder now = WorkbookBuilder.withRows(
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A3\" si=\"0\">B1*$C$1</f><v>1</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><f>B4*$C$1</f><v>1</v></c></row>");

        SheetDifference sheet = sheet(compare(old, now));

        assertThat(sheet.cells())
                .extracting(CellDifference::change, CellDifference::after)
                .containsExactly(tuple(Change.FORMULA, "A3"));
    }

    @Test
    void only_the_first_differences_are_listed_and_all_are_counted() {
        StringBuilder old = new StringBuilder();
        StringBuilder now = new StringBuilder();
        for (int row = 1; row <= WorkbookComparison.MOST_CELLS + 500; row++) {
            String line = "<row r=\"%d\"><c r=\"A%d\"><v>%d</v></c></row>";
            old.append(line.formatted(row, row, row));
            now.append(line.formatted(row, row, row + 1_000_000));
        }

        SheetDifference sheet =
                sheet(compare(WorkbookBuilder.withRows(old.toString()), WorkbookBuilder.withRows(now.toString())));

        assertThat(sheet.cells()).hasSize(WorkbookComparison.MOST_CELLS);
        assertThat(sheet.differingCells()).isEqualTo(WorkbookComparison.MOST_CELLS + 500);
    }
}
