package com.zenithcapital.modelfile.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zenithcapital.modelfile.workbook.Inspection.Severity;
import com.zenithcapital.modelfile.workbook.Inspection.Verdict;
import com.zenithcapital.modelfile.workbook.Inspection.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of the engine's output. */
class ReportReaderTest {

    private static final String ACCEPTED = """
            {"verdict":"accepted","slug":null,"detail":null,"engine":{"unknown":"members are left alone"},
             "sheets":[{"name":"In\\u0000puts","visibility":"veryHidden","range":null,"cells":120,"formulas":30,"errors":1}],
             "findings":[{"rule":"external-link","severity":"warning","sheet":null,"range":null,"message":"m"}],
             "preview":[{"sheet":0,"rows":[{"row":1,"cells":["a\\u0000b",null]}],"merges":["A1:B2"]}],
             "document":{"properties":{"title":null,"creator":"A\\u0000na","lastModifiedBy":null,"created":null,
                 "modified":"2026-03-31T10:00:00Z","application":"Microsoft Excel"},
               "definedNames":{"count":300,"list":[{"name":"rate","refersTo":"In!$B$2","scope":null,"hidden":true}]},
               "externalLinks":1,"connections":2,"pivotTables":3,"charts":4,"tables":5,"comments":6,
               "protection":{"structure":true,"sheets":["In"]}}}
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
        assertThat(report.preview().getFirst().merges()).containsExactly("A1:B2");
        assertThat(report.document())
                .isEqualTo(new DocumentFacts(
                        new DocumentFacts.Properties(
                                null, "Ana", null, null, "2026-03-31T10:00:00Z", "Microsoft Excel"),
                        new DocumentFacts.DefinedNames(
                                300, List.of(new DocumentFacts.DefinedName("rate", "In!$B$2", null, true))),
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        new DocumentFacts.Protection(true, List.of("In"))));
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
                {"verdict":"rejected","slug":"zip-bomb","detail":"d","sheets":[],"findings":[],"preview":[],"document":null}
                """);

        assertThat(report.inspection().slug()).isEqualTo("zip-bomb");
        assertThat(report.document()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "Exception in thread main",
                "{\"verdict\":\"accepted\"}",
                "{\"verdict\":\"maybe\",\"slug\":null,\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[],\"document\":null}",
                "{\"verdict\":\"rejected\",\"slug\":null,\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[],\"document\":null}",
                "{\"verdict\":\"rejected\",\"slug\":\"<b>\",\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[],\"document\":null}",
                "{\"verdict\":\"accepted\",\"slug\":\"zip-bomb\",\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[],\"document\":null}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":[null],\"findings\":[],\"preview\":[],\"document\":null}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":null,\"findings\":[],\"preview\":[],\"document\":null}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[],\"document\":null} {}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":[],\"findings\":[],\"preview\":[{\"sheet\":0,\"rows\":[],\"merges\":[]}],\"document\":null}",
                "{\"verdict\":\"accepted\",\"slug\":null,\"detail\":{\"a\":1},\"sheets\":[],\"findings\":[],\"preview\":[],\"document\":null}"
            })
    void anythingElseIsNoReport(String output) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(output));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "merges":["A1:B2"]      | "merges":["A1:B2 or so"]
            "merges":["A1:B2"]      | "merges":["A1:B99999999"]
            "merges":["A1:B2"]      | "merges":null
            "count":300             | "count":0
            "refersTo":"In!$B$2"    | "refersTo":null
            "charts":4              | "charts":-4
            "charts":4              | "charts":4.5
            "structure":true        | "structure":null
            "sheets":["In"]}        | "sheets":[null]}
            """)
    void aReportWithOnePlaceSpoiltIsNone(String good, String bad) {
        assertThat(ACCEPTED).containsOnlyOnce(good);

        assertThatIllegalArgumentException().isThrownBy(() -> read(ACCEPTED.replace(good, bad)));
    }

    @Test
    void nestingThatWouldEatTheStackIsNoReport() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("[".repeat(100_000)));
    }

    private static Report read(String output) {
        return ReportReader.read(output.getBytes(UTF_8));
    }
}
