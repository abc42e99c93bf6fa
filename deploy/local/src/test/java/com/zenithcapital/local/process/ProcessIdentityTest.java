package com.zenithcapital.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {

    private final long ownPid = ProcessHandle.current().pid();

    @Test
    void a_living_process_is_found_again_by_what_was_written_of_it(@TempDir Path folder) {
        // Given
        PidFile file = new PidFile(folder.resolve("part.pid"));
        file.write(ProcessIdentity.of(ownPid));

        // When, Then
        assertThat(file.process()).map(ProcessHandle::pid).contains(ownPid);
    }

    @Test
    void a_stranger_with_the_same_pid_is_not_taken_for_the_process() {
        // Given
        String ownStart = ProcessIdentity.of(ownPid).orElseThrow().start();

        // When
        ProcessIdentity formerOwnerOfThePid = new ProcessIdentity(ownPid, ownStart + "0");

        // Then
        assertThat(formerOwnerOfThePid.process()).isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_not_found(@TempDir Path folder) throws Exception {
        // Given
        Process process = new ProcessBuilder("sleep", "60").start();
        PidFile file = new PidFile(folder.resolve("part.pid"));
        file.write(ProcessIdentity.of(process.pid()));

        // When
        process.destroyForcibly().waitFor();

        // Then
        assertThat(file.process()).isEmpty();
    }

    @Test
    void a_torn_pid_file_names_no_process(@TempDir Path folder) throws Exception {
        // Given
        Path torn = Files.writeString(folder.resolve("part.pid"), Long.toString(ownPid));

        // When, Then
        assertThat(new PidFile(torn).process()).isEmpty();
    }
}
