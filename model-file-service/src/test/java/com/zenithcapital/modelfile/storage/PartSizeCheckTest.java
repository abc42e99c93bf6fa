package com.zenithcapital.modelfile.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartSizeCheckTest {

    private static final long MIB = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(longs = {0, 5 * MIB - 1, 1024 * MIB + 1})
    void aPartThatS3WouldRefuseStopsTheStart(long size) {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(size))
                .withMessageContaining("zenith.model-files.part-size is " + size);
    }

    @Test
    void theLeastThatS3TakesPasses() {
        assertThatCode(() -> check(5 * MIB)).doesNotThrowAnyException();
    }

    private static void check(long size) {
        new PartSizeCheck(new Parts(new MemorySize(BigInteger.valueOf(size)))).check(new StartupEvent());
    }

    private record Parts(MemorySize partSize) implements StorageConfig {
        @Override
        public String bucket() {
            return "unused";
        }

        @Override
        public Path partDirectory() {
            return Path.of("unused");
        }
    }
}
