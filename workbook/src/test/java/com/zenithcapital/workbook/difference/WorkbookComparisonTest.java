package com.zenithcapital.workbook.difference;

import static com.zenithcapital.workbook.difference.Comparing.compare;
import static com.zenithcapital.workbook.difference.Comparing.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.workbook.difference.Movement.Output;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sheets, names, and what moved. */
class WorkbookComparisonTest {

    private static final SheetModel INPUTS = SheetModel.of("rate|5", "volume|7");
    private static final SheetModel RESULT = SheetModel.of("total|=Inputs!B1*Inputs!B2 35", "double|=B1*2 70");

    private static WorkbookBuilder workbook(String... sheets) {
        WorkbookBuilder workbook = WorkbookBuilder.withoutSheets();
        for (String name : sheets) {
            SheetModel sheet = SheetModel.of("this is " + name.toLowerCase(Locale.ROOT) + "|1");
            workbook.sheet(name, "", sheet.part());
        }
        return workbook;
    }

    @Test
    void sheets_are_added_removed_and_moved() {
        Difference difference = compare(workbook("A", "B", "C", "D"), workbook("New", "B", "C", "A"));

        assertThat(difference.sheets())
                .extracting(
                        sheet -> sheet.before() == null ? null : sheet.before().name(),
                        sheet -> sheet.after() == null ? null : sheet.after().name(),
                        SheetDifference::moved)
                .containsExactly(tuple(null, "New", false), tuple("A", "A", true), tuple("D", null, false));
    }

    @Test
    void a_sheet_with_all_its_content_under_another_name_was_renamed_and_formulas_know_it() {
        WorkbookBuilder old = WorkbookBuilder.withoutSheets()
                .sheet("Inputs", "", INPUTS.part())
                .sheet("Result", "", RESULT.part());
        WorkbookBuilder now = WorkbookBuilder.withoutSheets()
                .sheet("Key drivers", "", INPUTS.part())
                .sheet(
                        "Result",
                        "",
                        SheetModel.of("total|='Key drivers'!B1*'Key drivers'!B2 35", "double|=B1*2 70")
                                .part());

        SheetDifference sheet = sheet(compare(old, now));

        assertThat(sheet.renamed()).isTrue();
        assertThat(sheet.moved()).isFalse();
        assertThat(sheet.after()).isEqualTo(new SheetDifference.Place("Key drivers", 1, "visible"));
        assertThat(sheet.cells()).isEmpty();
    }

    @Test
    void a_sheet_that_was_hidden_differs() {
        WorkbookBuilder old = WorkbookBuilder.withoutSheets().sheet("A", "", INPUTS.part());
        WorkbookBuilder now = WorkbookBuilder.withoutSheets().sheet("A", "state=\"hidden\"", INPUTS.part());

        SheetDifference sheet = sheet(compare(old, now));

        assertThat(sheet.after()).isEqualTo(new SheetDifference.Place("A", 1, "hidden"));
    }

    @Test
    void names_are_added_removed_and_changed() {
        WorkbookBuilder old = WorkbookBuilder.withoutSheets()
                .sheet("Inputs", "", INPUTS.part())
                .definedNames(
                        "<definedName name=\"rate\">Inputs!$B$1</definedName><definedName name=\"gone\">1</definedName>"
                                + "<definedName name=\"Same\">2</definedName><definedName name=\"_xlnm.Print_Area\">A1</definedName>");
        WorkbookBuilder now = WorkbookBuilder.withoutSheets()
                .sheet("Inputs", "", INPUTS.part())
                .definedNames(
                        "<definedName name=\"rate\">Inputs!$B$2</definedName>"
                                + "<definedName name=\"local\" localSheetId=\"0\">3</definedName><definedName name=\"same\">2</definedName>");

        Difference difference = compare(old, now);

        assertThat(difference.sheets()).isEmpty();
        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.names())
                .containsExactly(
                        new NameDifference("gone", null, "1", null),
                        new NameDifference("local", "Inputs", null, "3"),
                        new NameDifference("rate", null, "Inputs!$B$1", "Inputs!$B$2"));
    }

    @Test
    void a_changed_input_is_followed_to_the_outputs() {
        String names = "<definedName name=\"total\">Result!$B$1</definedName>";
        WorkbookBuilder old = WorkbookBuilder.withoutSheets()
                .sheet("Result", "", RESULT.part())
                .sheet("Inputs", "", INPUTS.part())
                .definedNames(names);
        WorkbookBuilder now = WorkbookBuilder.withoutSheets()
                .sheet(
                        "Result",
                        "",
                        RESULT.copy()
                                .set(1, 2, "=Inputs!B1*Inputs!B2 42")
                                .set(2, 2, "=B1*2 84")
                                .part())
                .sheet("Inputs", "", INPUTS.copy().set(1, 2, "6").part())
                .definedNames(names);

        Movement movement = compare(old, now).movement();

        assertThat(movement.outputs())
                .containsExactly(
                        new Output("Result", "B1", "total", "35", "42"), new Output("Result", "B2", null, "70", "84"));
        assertThat(movement.cells()).isEqualTo(2);
        assertThat(movement.unexplained()).isZero();
        assertThat(movement.complete()).isTrue();
    }

    @Test
    void a_chain_that_runs_upwards_is_followed_as_well() {
        SheetModel old = SheetModel.of("=A2+1 4", "=A3+1 3", "=A4+1 2", "1");
        SheetModel now = SheetModel.of("=A2+1 14", "=A3+1 13", "=A4+1 12", "11");

        Movement movement = compare(old, now).movement();

        assertThat(movement.cells()).isEqualTo(3);
        assertThat(movement.outputs()).containsExactly(new Output("Model", "A1", null, "4", "14"));
    }

    @Test
    void a_long_chain_upwards_is_followed_to_its_end() {
        int length = 20_000;

        Movement movement = compare(chain(length, 0), chain(length, 5)).movement();

        assertThat(movement.complete()).isTrue();
        assertThat(movement.cells()).isEqualTo(length - 1);
        assertThat(movement.outputs())
                .containsExactly(
                        new Output("Model", "A1", null, Integer.toString(length - 1), Integer.toString(length + 4)));
    }

    private static SheetModel chain(int length, int end) {
        String[] rows = new String[length];
        for (int row = 1; row < length; row++) {
            rows[row - 1] = "=A%d+1 %d".formatted(row + 1, length - row + end);
        }
        rows[length - 1] = Integer.toString(end);
        return SheetModel.of(rows);
    }

    @Test
    void a_result_that_is_another_for_no_reason_is_counted_apart() {
        Movement movement = compare(SheetModel.of("x|=NOW() 1"), SheetModel.of("x|=NOW() 2"))
                .movement();

        assertThat(movement).isEqualTo(new Movement(true, 0, 1, List.of(), 0));
    }

    @Test
    void another_seed_of_the_sample_has_other_inputs_and_the_same_formulas() {
        Difference difference = compare(
                SampleWorkbook.of(Size.TINY).toBytes(),
                SampleWorkbook.of(Size.TINY).withSeed(2).toBytes());

        assertThat(difference.sheets())
                .extracting(sheet -> sheet.counts().keySet())
                .allSatisfy(changes -> assertThat(changes).containsOnly(CellDifference.Change.VALUE));
        assertThat(difference.movement().cells()).isEqualTo(13 * 72);
        assertThat(difference.movement().unexplained()).isZero();
    }

    /** Read again for each of them it would take minutes: half a megabyte, twenty thousand times. */
    @Test
    @Timeout(30)
    void a_formula_longer_than_any_of_excel_is_not_read_for_each_cell_that_shares_it() {
        StringBuilder rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A20001\" si=\"0\">")
                .append("1+".repeat(250_000))
                .append("1</f><v>1</v></c></row>");
        for (int row = 2; row <= 20_001; row++) {
            rows.append("<row r=\"%d\"><c r=\"A%1$d\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row>".formatted(row));
        }
        WorkbookBuilder workbook = WorkbookBuilder.withRows(rows.toString());

        assertThat(compare(workbook, workbook).isEmpty()).isTrue();
    }
}
