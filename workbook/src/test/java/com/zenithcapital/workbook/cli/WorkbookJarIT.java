package com.zenithcapital.workbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.workbook.cli.PackagedJar.Answer;
import com.zenithcapital.workbook.testing.RawBiff;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as the worker starts it: a process of its own with a small heap and nothing in its environment. */
class WorkbookJarIT {

    private static final int LONGEST_OUTPUT = 8 << 20;

    @TempDir
    private Path directory;

    private Answer run(String heap, String... arguments) throws IOException, InterruptedException {
        return new PackagedJar(directory).run(heap, arguments);
    }

    private String write(String name, byte[] content) throws IOException {
        return new PackagedJar(directory).write(name, content);
    }

    @Test
    void asked_for_progress_it_tells_each_percent_once_on_standard_error() throws Exception {
        String file = write("model.xlsx", SampleWorkbook.of(Size.MEDIUM).toBytes());

        Answer answer = run("96m", "inspect", file, "--progress");

        assertThat(answer.exitCode()).isZero();
        List<Integer> percents = answer.err()
                .lines()
                .map(line -> Integer.parseInt(line.substring("progress ".length())))
                .toList();
        assertThat(percents).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(10);
        assertThat(percents.getLast()).isBetween(90, 99);
    }

    @Test
    void an_accepted_workbook_ends_0_with_one_document_and_nothing_else() throws Exception {
        String file = write("model.xlsx", SampleWorkbook.of(Size.TINY).toBytes());

        Answer answer = run("64m", "inspect", file);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.text("verdict")).isEqualTo("accepted");
        assertThat(answer.out())
                .startsWith("{\"verdict\":\"accepted\",\"slug\":null,\"detail\":null,\"sheets\":[{\"name\":\"Cover\","
                        + "\"visibility\":\"visible\",\"range\":\"A1:B4\",\"cells\":7,\"formulas\":1,\"errors\":0},")
                .contains(
                        "{\"rule\":\"hidden-sheet\",\"severity\":\"info\",\"sheet\":\"Checks\",\"range\":null,\"message\":")
                .contains("\"preview\":[{\"sheet\":0,\"rows\":[{\"row\":1,\"cells\":[\"Sector model,")
                .endsWith("}\n");
    }

    @Test
    void a_rejected_workbook_ends_1_and_says_why() throws Exception {
        String file = write("model.xlsx", SampleWorkbook.of(Trait.MACRO).toBytes());

        Answer answer = run("64m", "inspect", file);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text("slug")).isEqualTo("macro-not-allowed");
        assertThat(answer.text("detail")).contains("xl/vbaProject.bin");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void a_workbook_of_excel_97_is_read_without_a_word_on_standard_error() throws Exception {
        String file = write(
                "model.xls",
                new RawBiff().sheet("Model", RawBiff.number(0, 0, 12.5)).toBytes());

        Answer answer = run("64m", "inspect", file);

        assertThat(answer.exitCode()).as(answer.out()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("\"cells\":[\"12.5\"]");
    }

    @Test
    void a_name_of_its_own_decides_on_the_extension() throws Exception {
        String file = write("upload-17.bin", SampleWorkbook.of(Size.TINY).toBytes());

        assertThat(run("64m", "inspect", "--name", "Model Q1.xlsx", file).exitCode())
                .isZero();
        assertThat(run("64m", "inspect", "--name", "Model Q1.xls", file).text("slug"))
                .isEqualTo("extension-mismatch");
    }

    @Test
    void a_preview_can_be_left_out() throws Exception {
        String file = write("model.xlsx", SampleWorkbook.of(Size.TINY).toBytes());

        Answer answer = run("64m", "inspect", "--preview-rows", "0", file);

        assertThat(answer.out()).contains("\"preview\":[{\"sheet\":0,\"rows\":[],");
    }

    @Test
    void macros_pass_where_they_are_allowed() throws Exception {
        String file = write("model.xlsm", SampleWorkbook.of(Trait.MACRO).toBytes());

        assertThat(run("64m", "inspect", "--allow", "macros", file).exitCode()).isZero();
    }

    @Test
    void it_ends_with_its_input_where_that_is_asked_for() throws Exception {
        Path file = directory.resolve("never-written.xlsx");
        // Whoever opens a pipe that nobody writes to waits for ever.
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-jar",
                        Path.of("target", "workbook.jar").toString(),
                        "inspect",
                        file.toString(),
                        "--end-with-input")
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.SECONDS))
                    .as("ends while its input is open")
                    .isFalse();

            process.getOutputStream().close();

            assertThat(process.waitFor(10, TimeUnit.SECONDS))
                    .as("ends with its input")
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(4);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void wrong_arguments_end_2_with_the_usage_on_standard_error() throws Exception {
        Answer answer = run("64m", "inspect");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Usage: workbook inspect");
        assertThat(run("64m").exitCode()).isEqualTo(2);
        assertThat(run("64m", "inspect", "--preview-rows", "-1", "x.xlsx").exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_file_that_is_not_there_ends_3() throws Exception {
        Answer answer = run("64m", "inspect", directory.resolve("none.xlsx").toString());

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("none.xlsx").contains("no such file");
    }

    @Test
    void a_folder_ends_3() throws Exception {
        Answer answer = run("64m", "inspect", directory.toString());

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).contains("folder");
    }

    @Test
    void help_ends_0_and_names_the_exit_codes() throws Exception {
        Answer answer = run("64m", "inspect", "--help");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("Exit codes").contains("--preview-rows");
    }

    @Test
    void ten_megabytes_are_read_in_a_heap_of_32() throws Exception {
        String file = write("model.xlsx", SampleWorkbook.of(Size.MEDIUM).toBytes());

        Answer answer = run("32m", "inspect", file);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out().length()).isLessThan(LONGEST_OUTPUT);
    }

    @Test
    void a_text_of_half_a_gigabyte_does_not_exhaust_a_heap_of_32() throws Exception {
        Path file = directory.resolve("model.xlsx");
        HugeText.writeTo(file);

        Answer answer = run("32m", "inspect", file.toString());

        assertThat(answer.text("slug")).isEqualTo("unprocessable");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void as_many_previews_as_possible_stay_within_the_output_limit() throws Exception {
        WorkbookBuilder builder =
                WorkbookBuilder.withoutSheets().sharedStrings("<si><t>%s</t></si>".formatted("ä".repeat(256)));
        String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(50) + "</row>";
        for (int sheet = 0; sheet < 500; sheet++) {
            builder.sheet("Sheet " + sheet, "", WorkbookBuilder.sheetData(row.repeat(200)));
        }
        String file = write("model.xlsx", builder.toBytes());

        Answer answer = run("64m", "inspect", file);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out().getBytes(StandardCharsets.UTF_8).length).isLessThan(LONGEST_OUTPUT);
    }

    @Test
    @EnabledIfSystemProperty(named = "zenith.full", matches = "true")
    void fifty_megabytes_are_read_in_a_heap_of_64() throws Exception {
        Path file = directory.resolve("model.xlsx");
        SampleWorkbook.of(Size.FULL).writeTo(file);

        Answer answer = run("64m", "inspect", file.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out().length()).isLessThan(LONGEST_OUTPUT);
    }
}
