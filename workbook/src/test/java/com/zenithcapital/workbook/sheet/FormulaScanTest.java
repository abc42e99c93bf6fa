package com.zenithcapital.workbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaScanTest {

    private static FormulaScan scan(String formula) {
        FormulaScan scan = new FormulaScan();
        scan.read(formula);
        return scan;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "NOW(); NOW",
                "1+today()-A1; TODAY",
                "SUM(OFFSET(A1,0,0,3,1)); OFFSET",
                "_xlfn.RANDARRAY(3); RANDARRAY",
                "IF(A1>0,INDIRECT(\"B\"&1),0); INDIRECT",
                "'It''s (new)'!A1+RAND(); RAND",
            })
    void a_volatile_function_is_found(String formula, String function) {
        assertThat(scan(formula).volatileFunction()).isEqualTo(function);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KNOW()",
                "\"NOW()\"",
                "'NOW('!A1",
                "NOW",
                "SUM(A1:B2)",
                "(1+2)",
                "\"open",
                "BRAND(1)",
                "MY_NOW()"
            })
    void what_only_looks_like_one_is_none(String formula) {
        assertThat(scan(formula).volatileFunction()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmd|'/C calc'!A0", "DDE|Server!Item", "1+MSEXCEL|'\\..\\calc'!x"})
    void a_call_to_another_program_is_found(String formula) {
        assertThat(scan(formula).hasDde()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a|b\"", "'a|b'!A1", "Table1[net|gross]", "A1+B1", "\"a\"\"|b\""})
    void a_pipe_elsewhere_is_no_call(String formula) {
        assertThat(scan(formula).hasDde()).isFalse();
    }
}
