package com.zenithcapital.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWorkbookTest {

    @TempDir
    private Path directory;

    @Test
    void the_same_seed_gives_the_same_bytes() throws IOException {
        Path file = directory.resolve("model.xlsx");

        SampleWorkbook.of(Size.SMALL).withSeed(7).writeTo(file);

        assertThat(file)
                .hasBinaryContent(SampleWorkbook.of(Size.SMALL).withSeed(7).toBytes());
    }

    @Test
    void another_seed_gives_another_file_of_nearly_the_same_length() {
        byte[] one = SampleWorkbook.of(Size.SMALL).withSeed(1).toBytes();

        byte[] other = SampleWorkbook.of(Size.SMALL).withSeed(2).toBytes();

        assertThat(other).isNotEqualTo(one);
        assertThat(other.length).isBetween(one.length * 99 / 100, one.length * 101 / 100);
    }

    @Test
    void the_full_size_is_between_45_and_50_megabytes_whatever_the_seed() throws IOException {
        Path file = directory.resolve("model.xlsx");

        SampleWorkbook.of(Size.FULL).withSeed(8).writeTo(file);

        assertThat(Files.size(file)).isBetween(45_000_000L, 50_000_000L);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().filter(entry -> entry.getName().startsWith("xl/worksheets/")))
                    .hasSize(SampleWorkbook.SHEETS.size());
        }
    }

    @Test
    void every_small_size_is_near_what_it_says() {
        assertThat(SampleWorkbook.of(Size.TINY).toBytes().length).isBetween(30_000, 60_000);
        assertThat(SampleWorkbook.of(Size.SMALL).toBytes().length).isBetween(900_000, 1_200_000);
        assertThat(SampleWorkbook.of(Size.MEDIUM).toBytes().length).isBetween(9_500_000, 11_000_000);
    }
}
