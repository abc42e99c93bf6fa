package com.zenithcapital.modelfile.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.modelfile.version.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilenameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    model.xlsx                        | model.xlsx
                    Copper%20%E2%80%93%20v2.xlsx      | Copper – v2.xlsx
                    UTF-8''na%C3%AFve.xlsx            | naïve.xlsx
                    utf-8'en'a%2Fb.xlsx               | b.xlsx
                    100% equity.xlsx                  | 100% equity.xlsx
                    C:\\Users\\ana\\model.xlsx        | model.xlsx
                    ../../etc/passwd                  | passwd.xlsx
                    ..%2f..%2fevil.xlsx               | evil.xlsx
                    .xlsx                             | workbook.xlsx
                    a"b<c>d:e?.xlsx                   | a_b_c_d_e_.xlsx
                    model.xlsm                        | model.xlsm
                    v1.2 final                        | v1.2 final.xlsx
                    """)
    void aHeaderIsReadAsItIsCommonlyWritten(String header, String expected) {
        assertThat(Filename.ofHeader(header, MediaType.XLSX)).isEqualTo(expected);
    }

    @Test
    void utf8InAHeaderIsReadAsSuch() {
        String asReceived = new String("Büro.xlsx".getBytes(UTF_8), ISO_8859_1);

        assertThat(Filename.ofHeader(asReceived, MediaType.XLSX)).isEqualTo("Büro.xlsx");
    }

    @Test
    void withoutANameThereIsOneThatFitsTheContainer() {
        assertThat(Filename.ofHeader(null, MediaType.XLS)).isEqualTo("workbook.xls");
        assertThat(Filename.ofPart("", MediaType.XLSX)).isEqualTo("workbook.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1.xlsx", "a%0d%0aX-Evil: 1.xlsx", "gpj.\u202Exslx.xlsx", "a\u0000.xlsx"})
    void nothingThatControlsATerminalAHeaderOrTheDirectionOfTextIsLeft(String name) {
        assertThat(Filename.ofHeader(name, MediaType.XLSX)).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
    }

    @Test
    void aLongNameIsCutBeforeItsExtensionAndNotWithinACharacter() {
        String name = Filename.ofPart("𝔛".repeat(200) + ".xlsx", MediaType.XLSX);

        assertThat(name).hasSizeLessThanOrEqualTo(155).endsWith("𝔛.xlsx");
    }
}
