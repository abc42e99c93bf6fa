package com.zenithcapital.modelfile.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {

    private static final long MIB = 1024 * 1024;

    @Test
    void theCommandsOwnCapIsReplaced() {
        assertThat(Command.withHeap(List.of("java", "-Xmx96m", "-jar", "workbook.jar"), 384 * MIB))
                .containsExactly("java", "-Xmx384m", "-jar", "workbook.jar");
    }

    @Test
    void aCommandWithoutACapStaysAsItIs() {
        assertThat(Command.withHeap(List.of("/opt/workbook"), 384 * MIB)).containsExactly("/opt/workbook");
    }
}
