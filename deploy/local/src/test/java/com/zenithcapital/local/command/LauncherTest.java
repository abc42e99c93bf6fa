package com.zenithcapital.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.local.part.Installation;
import com.zenithcapital.local.part.Part;
import com.zenithcapital.local.stack.PortTable;
import com.zenithcapital.local.stack.Stack;
import com.zenithcapital.local.stack.StackPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher from outside, as a process of its own with two real parts, ended in every way there is. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LauncherTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path home;

    private final PortTable ports = PortTable.free();
    private Stack stack;
    private final List<Process> launchers = new ArrayList<>();

    @BeforeEach
    void lookAtTheSameStack() {
        stack = Stack.of(StackPlan.at(home, ports.base()).only("postgres", "mail"));
    }

    @AfterEach
    void leaveNothing() {
        launchers.forEach(Process::destroyForcibly);
        launchers.forEach(launcher -> launcher.onExit().join());
        stack.down();
    }

    @Test
    void ctrl_c_stops_every_part() throws Exception {
        // Given
        Process launcher = up();
        List<ProcessHandle> parts = runningParts();

        // When
        signal("INT", launcher);

        // Then
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(parts).hasSize(2).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void ctrl_c_in_the_middle_of_a_start_stops_what_was_begun() throws Exception {
        // Given
        Process launcher = launcher("up", "--only", "postgres,mail", "--port-base", Integer.toString(ports.base()));
        Awaitility.await().atMost(PATIENCE).until(() -> stack.parts().stream().anyMatch(Part::isRunning));

        // When
        signal("INT", launcher);

        // Then
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(stack.parts()).noneMatch(Part::isRunning);
    }

    @Test
    void down_from_another_terminal_ends_the_launcher_and_every_part() throws Exception {
        // Given
        Process launcher = up();
        List<ProcessHandle> parts = runningParts();

        // When
        Process down = launcher("down");

        // Then
        assertThat(down.waitFor()).isZero();
        assertThat(launcher.isAlive()).isFalse();
        assertThat(parts).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void what_a_killed_launcher_left_is_stopped_by_the_next_one_which_starts_anew() throws Exception {
        // Given
        Process killed = up();
        List<ProcessHandle> leftovers = runningParts();
        killed.destroyForcibly().waitFor();
        assertThat(leftovers).allMatch(ProcessHandle::isAlive);

        // When
        up();

        // Then
        assertThat(output()).contains("Stopping what an earlier launcher left: postgres (process ");
        assertThat(leftovers).noneMatch(ProcessHandle::isAlive);
        assertThat(runningParts()).hasSize(2);
    }

    @Test
    void a_detached_stack_outlives_its_launcher_and_is_found_by_the_next() throws Exception {
        // Given
        assertThat(launcher(upWords("--detach")).waitFor()).isZero();
        List<ProcessHandle> parts = runningParts();

        // When
        int exitCode = launcher(upWords("--detach")).waitFor();

        // Then
        assertThat(exitCode).isZero();
        assertThat(output()).contains("The stack is up already.");
        assertThat(runningParts()).isEqualTo(parts);
    }

    @Test
    void a_second_launcher_is_refused_and_told_of_the_first() throws Exception {
        // Given
        Process first = up();

        // When
        int exitCode = launcher(upWords()).waitFor();

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(output()).contains("A launcher (process " + first.pid() + ") runs the stack of " + home);
        assertThat(runningParts()).hasSize(2);
    }

    @Test
    void a_busy_port_is_named_with_its_part_its_owner_and_a_way_out() throws Exception {
        // Given
        try (ServerSocket stranger = new ServerSocket(ports.smtp(), 1, InetAddress.getLoopbackAddress())) {

            // When
            int exitCode = launcher(upWords()).waitFor();

            // Then
            assertThat(exitCode).isEqualTo(1);
            assertThat(output())
                    .contains("Port " + stranger.getLocalPort() + ", which mail needs (SMTP), is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("--port-base " + (ports.base() + 1000));
            assertThat(stack.parts()).noneMatch(Part::isRunning);
        }
    }

    @Test
    void a_start_that_fails_stops_what_it_started_and_shows_the_end_of_the_log() throws Exception {
        // Given
        Path data = Files.createDirectories(new Installation(home).data("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "9.6\n");

        // When
        int exitCode = launcher(upWords()).waitFor();

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(output()).contains("postgres ended before it was ready").contains(data.toString());
        assertThat(stack.parts()).noneMatch(Part::isRunning);
    }

    @Test
    void a_pid_file_that_names_a_stranger_brings_the_stranger_no_harm() throws Exception {
        // Given
        Process stranger = new ProcessBuilder("sleep", "600").start();
        launchers.add(stranger);
        Path pidFile = new Installation(home).pidFile("postgres");
        Files.createDirectories(pidFile.getParent());
        Files.writeString(pidFile, stranger.pid() + " another-start\n");

        // When
        int exitCode = launcher("down").waitFor();

        // Then
        assertThat(exitCode).isZero();
        assertThat(stranger.isAlive()).isTrue();
    }

    private Process up() throws IOException {
        Process launcher = launcher(upWords());
        Awaitility.await().atMost(PATIENCE).until(() -> !launcher.isAlive() || output().contains("Ctrl-C stops"));
        assertThat(launcher.isAlive()).as(output()).isTrue();
        return launcher;
    }

    private String[] upWords(String... more) {
        List<String> words = new ArrayList<>(
                List.of("up", "--only", "postgres,mail", "--port-base", Integer.toString(ports.base())));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    /** Of the latest launcher. */
    private String output() throws IOException {
        return Files.readString(outputFile());
    }

    private Path outputFile() {
        return home.resolve("output-" + launchers.size());
    }

    private Process launcher(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dzenith.home=" + System.getProperty("zenith.home"),
                "-cp",
                System.getProperty("java.class.path"),
                "com.zenithcapital.local.Main"));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString()));
        Path output = home.resolve("output-" + (launchers.size() + 1));
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        launchers.add(launcher);
        return launcher;
    }

    private List<ProcessHandle> runningParts() {
        return stack.parts().stream()
                .flatMap(part -> part.pidIfRunning().stream().boxed())
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static void signal(String name, Process process) throws Exception {
        new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
