package com.zenithcapital.modelfile.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    model.xlsx       | attachment; filename="model.xlsx"; filename*=UTF-8''model.xlsx
                    Büro – v2.xlsx   | attachment; filename="Buro _ v2.xlsx"; filename*=UTF-8''B%C3%BCro%20%E2%80%93%20v2.xlsx
                    モデル.xlsx        | attachment; filename="___.xlsx"; filename*=UTF-8''%E3%83%A2%E3%83%87%E3%83%AB.xlsx
                    نموذج.xlsx       | attachment; filename="_____.xlsx"; filename*=UTF-8''%D9%86%D9%85%D9%88%D8%B0%D8%AC.xlsx
                    📈.xlsx          | attachment; filename="_.xlsx"; filename*=UTF-8''%F0%9F%93%88.xlsx
                    ＂／％.xlsx        | attachment; filename="___.xlsx"; filename*=UTF-8''%EF%BC%82%EF%BC%8F%EF%BC%85.xlsx
                    100% "a\\b".xlsx | attachment; filename="100_ _a_b_.xlsx"; filename*=UTF-8''100%25%20%22a%5Cb%22.xlsx
                    it's (1).xlsx    | attachment; filename="it's (1).xlsx"; filename*=UTF-8''it%27s%20%281%29.xlsx
                    """)
    void aNameIsGivenPlainlyAndAsItIs(String filename, String expected) {
        assertThat(ContentDisposition.attachment(filename)).isEqualTo(expected);
    }
}
