package com.zenithcapital.modelfile.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {

    @TempDir
    Path directory;

    @Test
    void itGivesBackWhatItTookAsOftenAsItIsAsked() throws IOException {
        // Given
        try (PartFile part = PartFile.in(directory, 10)) {
            part.append(bytes("abcd--"), 4);
            part.append(bytes("efg"), 3);

            // When, then
            assertThat(part.size()).isEqualTo(7);
            assertThat(part.room()).isEqualTo(3);
            assertThat(part.first(2)).isEqualTo(bytes("ab"));
            assertThat(read(part)).isEqualTo("abcdefg");
            assertThat(read(part)).isEqualTo("abcdefg");
            assertThat(part.body().optionalContentLength()).hasValue(7L);
        }
    }

    @Test
    void aReadingThatWasLeftHalfWayDoesNotDisturbTheNext() throws IOException {
        try (PartFile part = PartFile.in(directory, 10)) {
            part.append(bytes("abcdefg"), 7);
            try (InputStream left = part.body().contentStreamProvider().newStream()) {
                assertThat(left.read()).isEqualTo('a');

                assertThat(read(part)).isEqualTo("abcdefg");
                assertThat(left.read()).isEqualTo('b');
            }
        }
    }

    @Test
    void theNextPartHasNothingOfTheOneBefore() throws IOException {
        try (PartFile part = PartFile.in(directory, 10)) {
            part.append(bytes("abcdefg"), 7);

            part.clear();
            part.append(bytes("xyz"), 3);

            assertThat(part.room()).isEqualTo(7);
            assertThat(read(part)).isEqualTo("xyz");
        }
    }

    @Test
    void nobodyFindsItInTheDirectory() {
        try (PartFile part = PartFile.in(directory, 10)) {
            part.append(bytes("abc"), 3);

            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void anInterruptedThreadKeepsWhatCame() throws IOException {
        try (PartFile part = PartFile.in(directory, 10)) {
            part.append(bytes("abc"), 3);
            Thread.currentThread().interrupt();

            part.append(bytes("def"), 3);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(read(part)).isEqualTo("abcdef");
        }
    }

    @Test
    void aDirectoryThatIsNotThereIsAFailureOfStorageAndNotOfTheBody() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> PartFile.in(directory.resolve("missing"), 10))
                .withMessageContaining("zenith.model-files.part-directory");
    }

    @Test
    void theDirectoryIsMadeAtTheStart() {
        Path deep = directory.resolve("a/b");

        check(deep);

        assertThat(deep).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatCannotBeMadeStopsTheStart() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");

        assertThatIllegalStateException()
                .isThrownBy(() -> check(file))
                .withMessageContaining("zenith.model-files.part-directory cannot be written to: " + file);
    }

    private static void check(Path directory) {
        new PartDirectoryCheck(new Parts(directory)).check(new StartupEvent());
    }

    private record Parts(Path partDirectory) implements StorageConfig {
        @Override
        public String bucket() {
            return "unused";
        }

        @Override
        public MemorySize partSize() {
            return new MemorySize(BigInteger.TEN);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String read(PartFile part) throws IOException {
        try (InputStream in = part.body().contentStreamProvider().newStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
