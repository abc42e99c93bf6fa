package com.zenithcapital.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.part.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path home;

    @Test
    void they_stay_the_same_once_kept() {
        // Given
        Installation installation = new Installation(home);
        Secrets first = Secrets.of(installation);
        first.keepIn(installation);

        // When
        Secrets second = Secrets.of(installation);

        // Then
        assertThat(second.superuser()).isEqualTo(first.superuser());
        assertThat(second.s3()).isEqualTo(first.s3());
    }

    @Test
    void every_installation_has_its_own() {
        // When
        Secrets here = Secrets.of(new Installation(home.resolve("here")));
        Secrets there = Secrets.of(new Installation(home.resolve("there")));

        // Then
        assertThat(here.content()).isNotEqualTo(there.content());
    }

    @Test
    void only_their_owner_can_read_them() throws IOException {
        // Given
        Installation installation = new Installation(home);

        // When
        Secrets.of(installation).keepIn(installation);

        // Then
        Path file = installation.data().resolve("secrets.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void asking_for_them_writes_nothing() {
        // When
        Secrets.of(new Installation(home.resolve("elsewhere")));

        // Then
        assertThat(home.resolve("elsewhere")).doesNotExist();
    }
}
