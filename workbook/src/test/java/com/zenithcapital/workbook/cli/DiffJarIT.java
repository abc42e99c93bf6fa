package com.zenithcapital.workbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.zenithcapital.local.sample.SampleWorkbook;
import com.zenithcapital.local.sample.Size;
import com.zenithcapital.local.sample.Trait;
import com.zenithcapital.workbook.cli.PackagedJar.Answer;
import com.zenithcapital.workbook.difference.WorkbookComparison;
import com.zenithcapital.workbook.testing.RawBiff;
import com.zenithcapital.workbook.testing.WorkbookBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code workbook diff} as model-file-service starts it. */
class DiffJarIT {

    @TempDir
    private Path directory;

    private PackagedJar jar = new PackagedJar(Path.of(""));
    private String honest = "";

    @BeforeEach
    void writeHonestWorkbook() throws IOException {
        jar = new PackagedJar(directory);
        honest = jar.write("old.xlsx", SampleWorkbook.of(Size.TINY).toBytes());
    }

    @Test
    void two_workbooks_end_0_with_one_object_and_nothing_else() throws Exception {
        String other =
                jar.write("new.xlsx", SampleWorkbook.of(Size.TINY).withSeed(2).toBytes());

        Answer answer = jar.run("64m", "diff", honest, other);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("{\"same\":false,\"sheets\":[{\"name\":\"Cover\",\"change\":\"changed\",");
        try (JsonParser json = new JsonFactory().createParser(answer.out())) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            json.skipChildren();
            assertThat(json.nextToken()).isNull();
        }
    }

    @Test
    void a_workbook_does_not_differ_from_itself() throws Exception {
        Answer answer = jar.run("64m", "diff", honest, honest);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .isEqualTo(
                        "{\"same\":true,\"sheets\":[],\"names\":{\"count\":0,\"list\":[]},\"moved\":{\"complete\":true,"
                                + "\"cells\":0,\"unexplained\":0,\"outputCount\":0,\"outputs\":[]}}\n");
    }

    @Test
    void the_page_holds_nothing_of_the_workbooks_unescaped_and_runs_nothing() throws Exception {
        String row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";
        String old = jar.write(
                "from.xlsx",
                WorkbookBuilder.withRows(row.formatted("&lt;script&gt;alert(1)&lt;/script&gt;"))
                        .toBytes());
        String now = jar.write(
                "to.xlsx",
                WorkbookBuilder.withRows(row.formatted("&quot;&gt;&lt;img src=x onerror='a'&gt;&amp;"))
                        .toBytes());

        Answer answer = jar.run("64m", "diff", "--html", old, now);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&quot;&gt;&lt;img src=x onerror=&#39;a&#39;&gt;&amp;")
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("http");
    }

    @Test
    void what_cannot_be_seen_and_deceives_is_named_on_the_page() throws Exception {
        String row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";
        String old = jar.write(
                "from.xlsx", WorkbookBuilder.withRows(row.formatted("total")).toBytes());
        String now = jar.write(
                "to.xlsx",
                WorkbookBuilder.withRows(row.formatted("to\u200Btal \u202Elatot\u2066 \uFEFF_x0008_ 日本"))
                        .toBytes());

        Answer answer = jar.run("64m", "diff", "--html", "--old-title", "version 1", "--new-title=<2>", old, now);

        assertThat(answer.out())
                .contains("<del>version 1</del>")
                .contains("<ins>&lt;2&gt;</ins>")
                .contains("[U+200B]", "[U+202E]", "[U+2066]", "[U+FEFF]", "\uFFFD 日本")
                .doesNotContain("\u200B", "\u202E", "\u2066", "\uFEFF", "\b");
    }

    @Test
    void half_a_surrogate_pair_is_replaced_so_that_every_reader_understands_the_json() throws Exception {
        String row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";
        String old = jar.write(
                "from.xlsx",
                WorkbookBuilder.withRows(row.formatted("a_xD83D_b")).toBytes());
        String now = jar.write(
                "to.xlsx",
                WorkbookBuilder.withRows(row.formatted("_xDC00_c \uD83D\uDE00")).toBytes());

        String json = jar.run("64m", "diff", old, now).out();
        String page = jar.run("64m", "diff", "--html", old, now).out();

        // A whole pair is written as two escapes: that every reader understands.
        assertThat(json).contains("\"a\uFFFDb\"", "\"\uFFFDc \\uD83D\\uDE00\"");
        assertThat(page).contains("a\uFFFDb", "\uFFFDc \uD83D\uDE00");
    }

    @Test
    void two_workbooks_of_255_sheets_with_nothing_alike_are_compared_in_a_heap_of_64() throws Exception {
        String old = jar.write("old.xlsx", sheets(255, 1));
        String now = jar.write("new.xlsx", sheets(255, 2));

        Answer answer = jar.run("64m", "diff", old, now);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(Files.size(directory.resolve("out"))).isLessThan(8 << 20);
        assertThat(answer.out().split("\"change\":\"changed\"", -1)).hasSize(1 + 255);
        assertThat(answer.out().split("\"change\":\"value\"", -1)).hasSize(1 + WorkbookComparison.MOST_CELLS);
        assertThat(answer.out()).contains("\"cells\":{\"count\":800,").endsWith("}}\n");
    }

    /** Each of 200 rows and four columns of numbers that occur nowhere else. */
    private static byte[] sheets(int count, long seed) {
        Random random = new Random(seed);
        WorkbookBuilder workbook = WorkbookBuilder.withoutSheets();
        for (int sheet = 1; sheet <= count; sheet++) {
            StringBuilder rows = new StringBuilder();
            for (int row = 1; row <= 200; row++) {
                rows.append("<row r=\"%d\">".formatted(row));
                for (char column = 'A'; column <= 'D'; column++) {
                    rows.append("<c r=\"%s%d\"><v>%s</v></c>".formatted(column, row, random.nextDouble()));
                }
                rows.append("</row>");
            }
            workbook.sheet("Sheet " + sheet, "", WorkbookBuilder.sheetData(rows.toString()));
        }
        return workbook.toBytes();
    }

    /** What they are allowed is bytes: model-file-service keeps no answer of 16 MiB. */
    @Test
    void long_texts_end_the_lists_before_the_answer_is_longer_than_anybody_keeps() throws Exception {
        String old = jar.write("old.xlsx", talkative(1));
        String now = jar.write("new.xlsx", talkative(2));

        Answer json = jar.run("256m", "diff", old, now);
        long jsonLength = Files.size(directory.resolve("out"));
        Answer page = jar.run("256m", "diff", "--html", old, now);

        assertThat(json.exitCode()).as(json.err()).isZero();
        assertThat(jsonLength).isBetween(8L << 20, 11L << 20);
        assertThat(json.out())
                .contains("\"count\":24000,")
                .contains("\"names\":{\"count\":1500,")
                .endsWith("]}}\n");
        try (JsonParser parser = new JsonFactory().createParser(json.out())) {
            parser.nextToken();
            parser.skipChildren();
            assertThat(parser.nextToken()).isNull();
        }
        assertThat(page.exitCode()).as(page.err()).isZero();
        assertThat(Files.size(directory.resolve("out"))).isBetween(8L << 20, 11L << 20);
        assertThat(page.out())
                .endsWith("</html>\n")
                .containsPattern("And \\d+ more cells")
                .containsPattern("And \\d+ more names");
    }

    /** A sheet and names whose texts take three bytes a character, or six when they are escaped. */
    private static byte[] talkative(int seed) {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 12_000; row++) {
            rows.append("<row r=\"%d\">".formatted(row));
            for (String cell : List.of("A", "B")) {
                rows.append("<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s %d %d</t></is></c>"
                        .formatted(cell, row, (cell.equals("A") ? "日" : "&quot;").repeat(240), seed, row));
            }
            rows.append("</row>");
        }
        StringBuilder names = new StringBuilder();
        for (int name = 0; name < 1_500; name++) {
            names.append(
                    "<definedName name=\"n%d\">\"%s%d\"</definedName>".formatted(name, "&lt;".repeat(1_000), seed));
        }
        return WorkbookBuilder.withRows(rows.toString())
                .definedNames(names.toString())
                .toBytes();
    }

    @Test
    void a_rejected_workbook_ends_1_and_is_named() throws Exception {
        String macro = jar.write("macro.xlsx", SampleWorkbook.of(Trait.MACRO).toBytes());
        String cut = jar.write("cut.xlsx", SampleWorkbook.of(Trait.TRUNCATED).toBytes());

        Answer old = jar.run("64m", "diff", macro, honest);
        Answer now = jar.run("64m", "diff", "--html", honest, cut);

        assertThat(List.of(old.exitCode(), now.exitCode())).containsExactly(1, 1);
        assertThat(List.of(old.text("file"), old.text("slug"))).containsExactly("old", "macro-not-allowed");
        assertThat(List.of(now.text("file"), now.text("slug"))).containsExactly("new", "truncated");
        assertThat(now.text("detail")).isNotEmpty();
    }

    @Test
    void a_workbook_of_excel_97_ends_2_as_not_supported() throws Exception {
        String old = jar.write(
                "old.xls",
                new RawBiff().sheet("Model", RawBiff.number(0, 0, 12.5)).toBytes());

        Answer answer = jar.run("64m", "diff", honest, old);

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("old.xls").contains("save it as .xlsx");
    }

    @Test
    void a_file_that_is_not_there_ends_3() throws Exception {
        Answer answer =
                jar.run("64m", "diff", honest, directory.resolve("none.xlsx").toString());

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("none.xlsx").contains("no such file");
    }

    @Test
    void one_argument_is_too_few() throws Exception {
        assertThat(jar.run("64m", "diff", honest).exitCode()).isEqualTo(2);
    }

    @Test
    void asked_for_progress_it_grows_to_the_end() throws Exception {
        String file = jar.write("model.xlsx", SampleWorkbook.of(Size.SMALL).toBytes());

        Answer answer = jar.run("64m", "diff", "--progress", file, file);

        List<Integer> percents = answer.err()
                .lines()
                .map(line -> Integer.parseInt(line.substring("progress ".length())))
                .toList();
        assertThat(percents).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(10);
        assertThat(percents.getLast()).isBetween(70, 99);
    }

    @Test
    @EnabledIfSystemProperty(named = "zenith.full", matches = "true")
    void two_of_fifty_megabytes_are_compared_in_a_heap_of_256() throws Exception {
        Path old = directory.resolve("a.xlsx");
        Path now = directory.resolve("b.xlsx");
        SampleWorkbook.of(Size.FULL).writeTo(old);
        SampleWorkbook.of(Size.FULL).withSeed(2).writeTo(now);

        Answer answer = jar.run("256m", "diff", old.toString(), now.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(Files.size(directory.resolve("out"))).isLessThan(16 << 20);
    }
}
