package com.zenithcapital.modelfile.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    model.xlsx       | attachment; filename="model.xlsx"; filename*=UTF-8''model.xlsx
                    Büro – v2.xlsx   | attachment; filename="B_ro _ v2.xlsx"; filename*=UTF-8''B%C3%BCro%20%E2%80%93%20v2.xlsx
                    100% "a\\b".xlsx | attachment; filename="100_ _a_b_.xlsx"; filename*=UTF-8''100%25%20%22a%5Cb%22.xlsx
                    it's (1).xlsx    | attachment; filename="it's (1).xlsx"; filename*=UTF-8''it%27s%20%281%29.xlsx
                    """)
    void aNameIsGivenPlainlyAndAsItIs(String filename, String expected) {
        assertThat(ContentDisposition.attachment(filename)).isEqualTo(expected);
    }
}
