package com.zenithcapital.workbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.workbook.cli.PackagedJar.Answer;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of the packaged jar that answer a person. */
class WordsJarIT {

    @TempDir
    private Path directory;

    private String sample = "";

    @BeforeEach
    void writeSample() throws IOException {
        sample = write("model.xlsx", SampleWorkbook.of(Size.TINY).toBytes());
    }

    private Answer run(String... arguments) throws IOException, InterruptedException {
        return new PackagedJar(directory).run("64m", arguments);
    }

    private String write(String name, byte[] content) throws IOException {
        return new PackagedJar(directory).write(name, content);
    }

    @Test
    void lint_lists_what_was_found_and_fails_on_an_error() throws Exception {
        Answer answer = run("lint", sample);

        assertThat(answer.exitCode()).isEqualTo(5);
        assertThat(answer.err()).isEmpty();
        // The exchange rates of eleven of its sheets are read by nothing.
        assertThat(answer.out()).startsWith("""
                        Checks: info hidden-sheet: The sheet is hidden.
                        Cover!B3: info volatile-function: One cell calls TODAY.
                        DCF!D12:G12: error error-cell: Each of 4 cells shows #DIV/0!.
                        Sensitivities!D12:E12: error error-cell: Each of 2 cells shows #DIV/0!.
                        Inputs!D6:AA6: info unused-input: Each of 24 cells holds a number that nothing refers to.
                        """).endsWith("\n15 findings.\n");
    }

    @Test
    void lint_fails_from_the_severity_that_was_asked_for() throws Exception {
        String hidden = write(
                "hidden.xlsx",
                WorkbookBuilder.withRows("")
                        .sheet("Notes", "state=\"hidden\"", WorkbookBuilder.sheetData(""))
                        .toBytes());

        assertThat(run("lint", hidden).exitCode()).isZero();
        assertThat(run("lint", "--fail-on", "info", hidden).exitCode()).isEqualTo(5);
        assertThat(run("lint", "--fail-on", "never", hidden).exitCode()).isEqualTo(2);
    }

    @Test
    void stats_counts_by_sheet_and_in_all() throws Exception {
        Answer answer = run("stats", sample);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .startsWith("sheet            visibility  range    cells  formulas  errors\n")
                .contains("\nDCF              visible     A1:AA12    261        76       4\n")
                .contains("\nall                                    3354       943       6\n")
                .contains("\ndefined names         1\n");
    }

    @Test
    void preview_shows_one_sheet_as_a_reader_sees_it() throws Exception {
        Answer answer = run("preview", "--sheet", "inputs", "--rows", "3", "--columns", "4", sample);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .startsWith("Inputs, A1:AA11\n")
                .containsPattern("\n3  Volume +units +33,220\n")
                .doesNotContain("Price");
    }

    @Test
    void a_sheet_that_is_not_there_is_a_wrong_argument() throws Exception {
        Answer answer = run("preview", "--sheet", "Checks", sample);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isEqualTo("workbook: there is no visible sheet Checks\n");
    }

    @Test
    void each_word_gives_its_part_as_json() throws Exception {
        assertThat(run("lint", "--json", sample).out())
                .startsWith("{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"findings\":[{\"rule\":")
                .doesNotContain("\"sheets\"");
        assertThat(run("stats", "--json", sample).out())
                .startsWith("{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":[{\"name\":\"Cover\"")
                .contains("\"document\":{")
                .doesNotContain("\"findings\"");
        assertThat(run("preview", "--json", "--rows", "1", sample).out())
                .contains("\"preview\":[{\"sheet\":0,\"rows\":[{\"row\":1,\"cells\":[\"Sector model,")
                .doesNotContain("\"document\"");
    }

    @Test
    void a_rejected_workbook_ends_1_in_every_word() throws Exception {
        String macro = write("macro.xlsx", SampleWorkbook.of(Trait.MACRO).toBytes());
        for (String word : new String[] {"lint", "stats", "preview"}) {
            Answer answer = run(word, macro);

            assertThat(answer.exitCode()).as(word).isEqualTo(1);
            assertThat(answer.out()).as(word).startsWith("rejected: macro-not-allowed: ");
        }
    }

    @Test
    void a_stranger_moves_no_cursor_and_turns_no_text() throws Exception {
        String hostile = write(
                "hostile.xlsx",
                WorkbookBuilder.withRows(
                                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a&#x9b;2J&#x202e;b</t></is></c></row>")
                        .sheet("x&#x85;&#x202e;", "state=\"hidden\"", WorkbookBuilder.sheetData(""))
                        .toBytes());

        assertThat(run("preview", hostile).out()).contains("1  a\ufffd2J\ufffdb\n");
        assertThat(run("lint", hostile).out()).startsWith("x\ufffd\ufffd: info hidden-sheet:");
    }
}
