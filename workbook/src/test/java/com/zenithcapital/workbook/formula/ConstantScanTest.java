package com.zenithcapital.workbook.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantScanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B1*1.19",
                "B1*19%",
                "SUM(B1:B9)+250",
                "-3*B1",
                "IF(B1>5,B2,B3)",
                "ROUND(B1*1.19,2)",
                "ROUND(B1,2)*7",
                "ROUND(B1,2+B2)",
                "SUM(B1,42)",
                "NPV(0.08,B1:B9)",
                "MAX(ROUND(B1,2),3)",
                "2",
                "11*B1",
                "B1*12",
            })
    void a_number_of_its_own_is_found(String formula) {
        assertThat(ConstantScan.finds(formula)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B1*$A$1",
                "1-B1",
                "B1/1000",
                "B1*0.01",
                "B1*1E6",
                "B1*100%",
                "ROUND(B1,2)",
                "ROUND(B1,-3)",
                "_xlfn.XLOOKUP(A1,B:B,C:C,,-1)",
                "VLOOKUP(A1,B1:D9,3,FALSE)",
                "DATE(2026,12,31)",
                "EDATE(B1,3)",
                "INDEX(B1:B9, 2 , 4)",
                "LEFT(ROUND(B1,2),5)",
                "SUM(2026!A1:'12'!B7)",
                "SUM({1,2,3}*B1)",
                "\"12\"&B1",
                "Sales[2026]",
                "LOG10(B1)",
                "SUM(3:5)",
                "#DIV/0!",
                "",
            })
    void a_setting_a_reference_and_a_change_of_unit_are_not(String formula) {
        assertThat(ConstantScan.finds(formula)).isFalse();
    }
}
