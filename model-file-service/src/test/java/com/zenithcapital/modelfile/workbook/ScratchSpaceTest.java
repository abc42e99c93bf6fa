package com.zenithcapital.modelfile.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchSpaceTest {

    /** Linux gives no process an id this high. */
    private static final String NOBODY = "999999999";

    @TempDir
    Path root;

    @Test
    void aScratchDirectoryIsOursAloneAndGoneWithItsContents() throws IOException {
        Path directory;
        try (Scratch scratch = space().open()) {
            directory = scratch.directory();
            Files.writeString(Files.createDirectory(directory.resolve("deeper")).resolve("file"), "x");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
        }

        assertThat(directory).doesNotExist();
    }

    @Test
    void aScratchDirectoryThatCannotBeRemovedTakesNothingWithIt() throws IOException {
        Path directory;
        try (Scratch scratch = space().open()) {
            directory = scratch.directory();
            Files.createDirectories(directory.resolve("locked").resolve("deeper"));
            permit(directory.resolve("locked"), "r-xr-xr-x");
            assumeFalse(Files.isWritable(directory.resolve("locked")), "root is refused nothing");
        }

        assertThat(directory).exists();
        permit(directory.resolve("locked"), "rwxr-xr-x");
    }

    @Test
    void theStartRemovesWhatADeadProcessLeftAndNothingElse() throws IOException {
        Path dead = Files.createDirectories(root.resolve(NOBODY).resolve("job-1"));
        Path living = Files.createDirectories(root.resolve(
                Long.toString(ProcessHandle.current().parent().orElseThrow().pid())));
        Path foreign = Files.createDirectories(root.resolve("somebody-else"));

        space().sweep(new StartupEvent());

        assertThat(dead.getParent()).doesNotExist();
        assertThat(living).exists();
        assertThat(foreign).exists();
    }

    @Test
    void whatCannotBeRemovedHoldsNoStartUp() throws IOException {
        Path others = Files.createDirectories(root.resolve(NOBODY));
        Files.createDirectories(others.resolve("job-1"));
        Path dead = Files.createDirectories(root.resolve(NOBODY + "9"));
        permit(others, "r-xr-xr-x");
        try {
            assumeFalse(Files.isWritable(others), "root is refused nothing");

            space().sweep(new StartupEvent());

            assertThat(others).exists();
            assertThat(dead).doesNotExist();
        } finally {
            permit(others, "rwxr-xr-x");
        }
    }

    @Test
    void nothingIsLeftWhenTheServiceStops() throws IOException {
        ScratchSpace space = space();
        Path left = space.open().directory();

        space.leave(new ShutdownEvent());

        assertThat(left.getParent()).doesNotExist();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotOursIsSaidToBeTheReason() throws IOException {
        Path file = Files.createFile(root.resolve("file"));

        assertThatThrownBy(() -> new ScratchSpace(new Place(file)).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("zenith.model-files.workbook.directory");
    }

    private static void permit(Path directory, String permissions) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    }

    private ScratchSpace space() {
        return new ScratchSpace(new Place(root));
    }

    private record Place(Path directory) implements WorkbookConfig {
        @Override
        public Optional<List<String>> command() {
            return Optional.empty();
        }

        @Override
        public Duration timeLimit() {
            return Duration.ZERO;
        }

        @Override
        public MemorySize maxOutput() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public MemorySize maxErrors() {
            return new MemorySize(BigInteger.ONE);
        }
    }
}
