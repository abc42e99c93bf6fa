package com.zenithcapital.local.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TxzUnpackerTest {

    @TempDir
    private Path folder;

    @Test
    void files_links_and_the_right_to_execute_arrive() throws IOException {
        // Given
        Path archive = folder.resolve("programs.txz");
        try (TarArchiveOutputStream tar = tar(archive)) {
            add(tar, "bin/postgres", 0100755);
            add(tar, "share/readme", 0100644);
            TarArchiveEntry link = new TarArchiveEntry("lib/libpq.so", TarConstants.LF_SYMLINK);
            link.setLinkName("libpq.so.5");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        Path target = folder.resolve("parts/postgres");
        Files.createDirectories(target.getParent());

        // When
        TxzUnpacker.unpack(archive, target);

        // Then
        assertThat(target.resolve("bin/postgres")).isExecutable().hasContent("bin/postgres");
        assertThat(Files.isExecutable(target.resolve("share/readme"))).isFalse();
        assertThat(Files.readSymbolicLink(target.resolve("lib/libpq.so"))).hasToString("libpq.so.5");
    }

    @Test
    void an_entry_that_points_outside_is_refused_and_nothing_looks_complete() throws IOException {
        // Given
        Path archive = folder.resolve("programs.txz");
        try (TarArchiveOutputStream tar = tar(archive)) {
            add(tar, "../elsewhere", 0100644);
        }
        Path target = folder.resolve("postgres");

        // When, Then
        assertThatThrownBy(() -> TxzUnpacker.unpack(archive, target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../elsewhere");
        assertThat(target).doesNotExist();
    }

    private static TarArchiveOutputStream tar(Path archive) throws IOException {
        return new TarArchiveOutputStream(new XZCompressorOutputStream(Files.newOutputStream(archive)));
    }

    private static void add(TarArchiveOutputStream tar, String name, int mode) throws IOException {
        byte[] content = name.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        entry.setMode(mode);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
