package com.zenithcapital.workbook.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.workbook.ooxml.SheetPart;
import com.zenithcapital.workbook.ooxml.SheetPart.Kind;
import com.zenithcapital.workbook.ooxml.SheetPart.Visibility;
import com.zenithcapital.workbook.sheet.CellRange;
import com.zenithcapital.workbook.xml.PartReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas stand in C5 of the sheet Model. */
class ReferenceReaderTest {

    private static final List<SheetPart> SHEETS = Stream.of("Model", "P&L", "It's", "2026", "Jan", "Feb", "Mar")
            .map(name -> new SheetPart(name, Visibility.VISIBLE, Kind.WORKSHEET, name))
            .toList();

    private final SheetNames sheetNames = new SheetNames(SHEETS);
    private final WorkbookNames names = WorkbookNames.read(
            new PartReader("workbook", new ByteArrayInputStream("""
                            <workbook><definedNames>
                            <definedName name="rate">'P&amp;L'!$B$2</definedName>
                            <definedName name="rate" localSheetId="0">Model!$D$9</definedName>
                            <definedName name="months">'P&amp;L'!$B$5:$Z$5</definedName>
                            <definedName name="twice">rate*2+SUM(months)</definedName>
                            <definedName name="above">Model!A1048576</definedName>
                            <definedName name="itself">itself+1</definedName>
                            <definedName name="moving">OFFSET(Model!$A$1,1,1)</definedName>
                            <definedName name="gone">#REF!$A$1</definedName>
                            <definedName name="_xlnm.Print_Area" localSheetId="0">Model!$A$1:$Z$99</definedName>
                            </definedNames><calcPr iterate="1"/></workbook>""".getBytes(StandardCharsets.UTF_8))), sheetNames);
    private final ReferenceReader reader = new ReferenceReader(sheetNames, names);

    /** What is read as {@code sheet!range}, and behind a question mark what is only named. */
    private String references(String formula, boolean array) {
        References references = new References();
        reader.read(formula, 5, 3, 0, array, references);
        List<String> found = new ArrayList<>();
        Area area = new Area();
        for (int index = 0; index < references.count(); index++) {
            boolean read = references.isRead(index) && references.read(index, 5, 3, 5, 3, area);
            if (!read) {
                references.named(index, 5, 3, 5, 3, area);
            }
            found.add((read ? "" : "?") + area.firstSheet
                    + (area.lastSheet == area.firstSheet ? "" : "-" + area.lastSheet) + "!"
                    + new CellRange(area.top, area.left, area.bottom, area.right));
        }
        return String.join(" ", found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "B4+$A$1                       | 0!B4 0!A1",
                "SUM(B5:D$7)                   | 0!B5:D7",
                "SUM(D7:B5)                    | 0!B5:D7",
                "SUM(A:B,3:$4)                 | 0!A1:B1048576 0!A3:XFD4",
                "'P&L'!B2*'It''s'!B3           | 1!B2 2!B3",
                "2026!A1+'2026'!A2+B1          | 3!A1 3!A2 0!B1",
                "SUM(Jan:Mar!B2)+C1            | 4-6!B2 0!C1",
                "SUM('Jan:Mar'!B2,C1)          | 4-6!B2 0!C1",
                "SUM(Mar!B2:B9)+B1             | 6!B2:B9 0!B1",
                "[1]Prices!A1+B1               | 0!B1",
                "'[1]It''s here'!A1+B1         | 0!B1",
                "#REF!A1+B1                    | 0!B1",
                "#REF!$A$1:$B$9+B1             | 0!B1",
                "\"A1\"&B1&TRUE                | 0!B1",
                "rate+RATE+Mar!rate+[0]!rate   | 0!D9 0!D9 1!B2 1!B2",
                "SUM(months)                   | 1!B5:Z5",
                "months*2                      | 1!C5",
                "twice                         | 1!B2 1!B5:Z5",
                "above                         | 0!C4",
                "gone+B1                       | 0!B1",
                "_xlfn.LET(_xlpm.x,B1,_xlpm.x) | 0!B1",
            })
    void references_are_found(String formula, String expected) {
        assertThat(references(formula, false)).isEqualTo(expected);
        assertThat(reader.isOpen()).isFalse();
    }

    /** What Excel takes of a range depends on where that stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A1:A9*2                     | ?0!A1:A9",
                "A$1:Z$1*2                   | ?0!A1:Z1",
                "$A$1:$Z$1*2                 | 0!C1",
                "$A$6:$A$9*2                 | ?0!A6:A9",
                "A1:B9*2                     | ?0!A1:B9",
                "ABS($A$1:$A$9)              | 0!A5",
                "SUM($A$1:$A$9*2)            | 0!A5",
                "SUM(2*$A$1:$A$9,B1:B9)      | 0!A5 0!B1:B9",
                "SUMPRODUCT(($A$1:$A$9>0)*B1)| 0!A1:A9 0!B1",
                "VLOOKUP($A$1:$A$9,D1:E9,2)  | 0!A5 0!D1:E9",
                "_xlfn.XLOOKUP(B1,$A$1:$A$9,$C$1:$C$9) | 0!B1 0!A1:A9 ?0!C1:C9",
                "SUMIF($A$1:$A$9,$B$1:$B$9,D1:D9) | 0!A1:A9 0!B5 0!D1:D9",
                "SUMIFS(D1:D9,$A$1:$A$9,$B$1:$B$9) | 0!D1:D9 0!A1:A9 0!B5",
                "IF(A1,SUM(A2:A3),B1:B2)     | 0!A1 0!A2:A3 ?0!B1:B2",
                "A1:A9 A5:C5                 | ?0!A1:A9 ?0!A5:C5",
            })
    void a_range_is_read_as_a_whole_where_a_function_does_so(String formula, String expected) {
        assertThat(references(formula, false)).isEqualTo(expected);
    }

    @Test
    void an_array_formula_reads_ranges_as_a_whole() {
        assertThat(references("A1:B9*2", true)).isEqualTo("0!A1:B9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROW(B1)",
                "COLUMNS($B1:B1)",
                "INDEX(B1:B1,1)",
                "CELL(\"row\",B1)",
                "_xlfn.SHEET(B1)",
                "_xlfn.FORMULATEXT(B1)"
            })
    void of_some_arguments_only_the_place_is_taken(String formula) {
        assertThat(references(formula, false)).isEqualTo("?0!B1");
        assertThat(reader.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INDIRECT(\"A\"&1)",
                "SUM(OFFSET(A1,1,1))",
                "moving",
                "itself",
                "SUM(A1:INDEX(A:A,3))",
                "A1:Mar!B2",
                "[Amount]*2",
                "Nowhere!A1",
                "SUM(INDEX(A:A,1):INDEX(A:A,3))"
            })
    void it_is_said_where_there_may_be_more(String formula) {
        references(formula, false);

        assertThat(reader.isOpen()).isTrue();
    }

    @Test
    void both_ends_of_a_range_over_a_function_or_another_sheet_are_understood_as_far_as_they_stand_there() {
        assertThat(references("A1:Mar!B2+B1", false)).isEqualTo("0!A1 6!B2 0!B1");
        assertThat(references("SUM(A1:INDEX(B:B,3),B1)", false)).isEqualTo("0!A1 ?0!B1:B1048576 0!B1");
    }

    @Test
    void tables_and_unknown_names_are_remembered() {
        assertThat(references("SUM(Sales[Amount])+other+[1]!foreign", false)).isEmpty();
        assertThat(reader.isOpen()).isFalse();
        assertThat(names.tables()).containsExactlyInAnyOrder("sales", "other");
    }

    @Test
    void what_is_no_formula_ends_all_the_same() {
        for (String formula :
                List.of("", ")))", "(((", "A1:", ":A1", "!!", "'", "[", "A1:A2:A3", "SUM(", ",", "{1,2}", "A1 :B2")) {
            references(formula, false);
        }
        references("(".repeat(100_000) + "B1" + ")".repeat(100_000), false);

        assertThat(references("SUM(B1:B2)", false)).isEqualTo("0!B1:B2");
    }

    @Test
    void names_tell_whether_excel_iterates() {
        assertThat(names.isIterating()).isTrue();
        // The name that is defined by itself is none that is known.
        assertThat(names.isComplete()).isFalse();
    }
}
