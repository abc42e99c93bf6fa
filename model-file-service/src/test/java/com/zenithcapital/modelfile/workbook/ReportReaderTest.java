package com.zenithcapital.modelfile.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zenithcapital.modelfile.workbook.Inspection.Severity;
import com.zenithcapital.modelfile.workbook.Inspection.Verdict;
import com.zenithcapital.modelfile.workbook.Inspection.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of the engine's output. */
class ReportReaderTest {

    private static final String ACCEPTED = """
            {"verdict":"accepted","slug":null,"detail":null,"engine":{"unknown":"members are left alone"},
             "sheets":[{"name":"In\\u0000puts","visibility":"veryHidden","range":null,"cells":120,"formulas":30,"errors":1}],
             "findings":[{"rule":"external-link","severity":"warning","sheet":null,"range":null,"message":"m"}],
             "preview":[{"sheet":0,"rows":[{"row":1,"cells":["a\\u0000b",null]}]}]}
            """;

    @Test
    void anAcceptanceIsReadWhole() {
        Report report = read(ACCEPTED);

        assertThat(report.inspection().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(report.inspection().sheets().getFirst().visibility()).isEqualTo(Visibility.VERY_HIDDEN);
        assertThat(report.inspection().findings().getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(report.preview().getFirst().rows().getFirst().cells())
                .hasSize(2)
                .endsWith((String) null);
    }

    @Test
    void whatPostgresCannotStoreIsLeftOut() {
        Report report = read(ACCEPTED);

        assertThat(report.inspection().sheets().getFirst().name()).isEqualTo("Inputs");
        assertThat(report.preview().getFirst().rows().getFirst().cells()).startsWith("ab");
    }

    @Test
    void aRejectionHasItsSlug() {
        Report report = read("""
                {"verdict":"rejected","slug":"zip-bomb","detail":"d","sheets":[],"findings":[],"preview":[]}
                """);

        assertThat(report.inspection().slug()).isEqualTo("zip-bomb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "Exception in thread main",
                "{\"verdict\":\"accepted\"}",
                "{\"verdict\":\"maybe\",\"slug\":null,\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[]}",
                "{\"verdict\":\"rejected\",\"slug\":null,\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[]}",
                "{\"verdict\":\"rejected\",\"slug\":\"<b>\",\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[]}",
                "{\"verdict\":\"accepted\",\"slug\":\"zip-bomb\",\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[]}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":[null],\"findings\":[],\"preview\":[]}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":null,\"findings\":[],\"preview\":[]}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[]} {}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[{\"sheet\":0,\"rows\":[]}]}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":{\"a\":1},\"sheets\":[],\"findings\":[],\"preview\":[]}"
            })
    void anythingElseIsNoReport(String output) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(output));
    }

    @Test
    void nestingThatWouldEatTheStackIsNoReport() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("[".repeat(100_000)));
    }

    private static Report read(String output) {
        return ReportReader.read(output.getBytes(UTF_8));
    }
}
