package com.zenithcapital.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    @Test
    void the_last_lines_are_those_after_the_given_byte() throws IOException {
        // Given
        Path log = Files.writeString(folder.resolve("part.log"), "old\nfirst\nsecond\nthird\n");

        // When, Then
        assertThat(LogTail.of(log, 4, 2)).containsExactly("second", "third");
        assertThat(LogTail.of(log, 4, 10)).containsExactly("first", "second", "third");
    }

    @Test
    void a_log_that_is_not_there_has_no_lines() {
        assertThat(LogTail.of(folder.resolve("none.log"), 0, 10)).isEmpty();
    }

    @Test
    void a_line_that_has_not_ended_waits_for_its_rest() throws IOException {
        // Given
        Path log = Files.writeString(folder.resolve("part.log"), "whole\nhal");

        // When
        LogTail.Chunk chunk = LogTail.wholeLinesFrom(log, 0);

        // Then
        assertThat(chunk.lines()).containsExactly("whole");
        assertThat(chunk.end()).isEqualTo(6);
    }
}
