package com.zenithcapital.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactTest {

    private static final Instant BUILT = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path module;

    private Path jar;
    private Path source;
    private Artifact artifact;

    @BeforeEach
    void makeModule() throws IOException {
        jar = file("target/module.jar", BUILT);
        source = file("src/main/java/some/pack/Source.java", BUILT.minusSeconds(60));
        artifact = new Artifact("module", jar, List.of(module.resolve("pom.xml"), module.resolve("src/main")));
    }

    @Test
    void what_is_newer_than_its_sources_is_not_built_again() {
        assertThat(artifact.isStale()).isFalse();
    }

    @Test
    void what_was_never_built_is_stale() throws IOException {
        // When
        Files.delete(jar);

        // Then
        assertThat(artifact.isStale()).isTrue();
    }

    @Test
    void a_source_deep_in_its_folder_that_has_changed_makes_it_stale() throws IOException {
        // When
        Files.setLastModifiedTime(source, FileTime.from(BUILT.plusSeconds(1)));

        // Then
        assertThat(artifact.isStale()).isTrue();
    }

    @Test
    void a_changed_pom_makes_it_stale() throws IOException {
        // When
        file("pom.xml", BUILT.plusSeconds(1));

        // Then
        assertThat(artifact.isStale()).isTrue();
    }

    @Test
    void a_changed_test_does_not_make_it_stale() throws IOException {
        // When
        file("src/test/java/some/pack/SourceTest.java", BUILT.plusSeconds(1));

        // Then
        assertThat(artifact.isStale()).isFalse();
    }

    private Path file(String name, Instant lastChange) throws IOException {
        Path file = module.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content");
        return Files.setLastModifiedTime(file, FileTime.from(lastChange));
    }
}
