package com.zenithcapital.workbook.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReferenceTest {

    @ParameterizedTest
    @CsvSource({"A1, 1, 1", "Z9, 9, 26", "AA10, 10, 27", "XFD1048576, 1048576, 16384", "b3, 3, 2"})
    void a_cell_of_a_sheet_is_read(String text, int row, int column) {
        CellReference reference = new CellReference();

        boolean valid = reference.read(text);

        assertThat(valid).isTrue();
        assertThat(reference.row()).isEqualTo(row);
        assertThat(reference.column()).isEqualTo(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1", "A0", "XFE1", "A1048577", "A99999999", "AAAA1", "A1 ", "$A$1", "A-1"})
    void anything_else_is_none(String text) {
        assertThat(new CellReference().read(text)).isFalse();
    }

    @Test
    void a_range_is_written_as_excel_does() {
        assertThat(new CellRange(1, 1, 1, 1)).hasToString("A1");
        assertThat(new CellRange(2, 27, 1_048_576, 16_384)).hasToString("AA2:XFD1048576");
    }
}
