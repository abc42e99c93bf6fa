package com.zenithcapital.workbook.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaFormTest {

    private final FormulaForm form = new FormulaForm();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "B1*$A$1 | C1*$A$1",
                "SUM(B1:B9)+Costs!B3 | SUM(C1:C9)+Costs!C3",
                "SUM(B:B) | SUM(C:C)",
                "B$1&\"A1\" | C$1&\"A1\"",
                "IF(B1>rate,[1]Peers!B1,0) | IF(C1>rate,[1]Peers!C1,0)",
            })
    void a_copy_to_the_next_column_has_the_same_form(String original, String copy) {
        assertThat(form.of(copy, 1, 3)).isEqualTo(form.of(original, 1, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "B1*$A$1 | B1*$A$1",
                "B1*$A$1 | C1*$A$2",
                "B1*$A$1 | C1*A1",
                "B1*1.19 | C1*1.2",
                "B1+B2 | C1-C2",
                "SUM(B1:B9) | SUM(C1:C8)",
                "\"B1\" | \"C1\"",
                "SUM($B:B) | SUM($C:C)",
                "B1 | C$1",
            })
    void anything_else_has_another(String one, String other) {
        assertThat(form.of(other, 1, 3)).isNotEqualTo(form.of(one, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({"A1+A2, A11+A12", "1:1, 11:11", "$A$1*A9, $A$1*A19"})
    void a_copy_ten_rows_down_has_the_same_form(String original, String copy) {
        assertThat(form.of(copy, 13, 3)).isEqualTo(form.of(original, 3, 3));
    }
}
