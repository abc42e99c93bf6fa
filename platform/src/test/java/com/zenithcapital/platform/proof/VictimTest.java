package com.zenithcapital.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real processes: shells that count, sleep and have children. */
class VictimTest {

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void leaveNoneBehind() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void aKilledProcessIsDeadWhenKillReturns() throws IOException {
        Victim victim = Victim.of(start("exec sleep 600").toHandle());

        victim.kill();

        assertThat(victim.isAlive()).isFalse();
        assertThat(victim.peakResidentBytes()).isEmpty();
    }

    @Test
    void aProcessMayIgnoreTermAndNotKill() throws IOException {
        Path ready = directory.resolve("ready");
        Victim victim = Victim.of(start("trap '' TERM; touch '%s'; while :; do sleep 0.1; done".formatted(ready))
                .toHandle());
        await().until(() -> Files.exists(ready));

        victim.terminate();

        assertThatThrownBy(() -> victim.awaitDeath(Duration.ofMillis(300)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("still alive after 300 ms");
        victim.kill();
        assertThat(victim.isAlive()).isFalse();
    }

    @Test
    void aTerminatedProcessIsAwaited() throws IOException {
        Victim victim = Victim.of(start("exec sleep 600").toHandle());

        victim.terminate();
        victim.awaitDeath(Duration.ofSeconds(10));

        assertThat(victim.isAlive()).isFalse();
    }

    @Test
    void aFrozenProcessLivesAndDoesNothingUntilThawed() throws IOException {
        Path count = directory.resolve("count");
        Victim victim = Victim.of(start("while :; do echo x >> '%s'; sleep 0.02; done".formatted(count))
                .toHandle());
        await().until(() -> Files.exists(count));

        victim.freeze();

        long frozenAt = awaitSteady(count);
        assertThat(victim.isAlive()).isTrue();
        victim.thaw();
        await().untilAsserted(() -> assertThat(Files.size(count)).isGreaterThan(frozenAt));
    }

    @Test
    void findsTheChildrenOfAProcess() throws IOException {
        Victim parent = Victim.of(start("sleep 601 & sleep 602 & wait").toHandle());

        await().untilAsserted(() -> assertThat(parent.children()).hasSize(2));

        Victim child = parent.children().getFirst();
        child.kill();
        await().untilAsserted(() -> assertThat(parent.children()).hasSize(1));
    }

    @Test
    void aProcessThatNobodyReapedIsDead() throws IOException {
        // The shell becomes a program that never waits for its children, so the killed one stays a zombie.
        Path pid = directory.resolve("pid");
        start("sleep 600 & echo $! > '%s'; exec sleep 601".formatted(pid));
        await().until(() -> Files.exists(pid) && Files.size(pid) > 1);
        Victim zombie = Victim.of(Long.parseLong(Files.readString(pid).strip()));

        zombie.kill();

        assertThat(Path.of("/proc/%d".formatted(zombie.pid()))).exists();
        assertThat(zombie.isAlive()).isFalse();
    }

    @Test
    void killsAndStartsAgain() throws IOException {
        Victim first = Victim.of(start("exec sleep 600").toHandle());

        Victim second = first.killAndRestart(() -> startAgain("exec sleep 600"));

        assertThat(first.isAlive()).isFalse();
        assertThat(second.isAlive()).isTrue();
        assertThat(second.pid()).isNotEqualTo(first.pid());
    }

    @Test
    void tellsHowMuchMemoryWasResident() {
        Victim self = Victim.of(ProcessHandle.current());

        long peak = self.peakResidentBytes().orElseThrow();

        assertThat(peak).isGreaterThan(10_000_000);
        assertThat(self.residentBytes().orElseThrow())
                .isBetween(10_000_000L, self.peakResidentBytes().orElseThrow());
    }

    @Test
    void refusesToSignalADeadProcess() throws IOException {
        Victim victim = Victim.of(start("exec sleep 600").toHandle());
        victim.kill();

        assertThatThrownBy(victim::kill)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dead already");
    }

    private static long awaitSteady(Path file) throws IOException {
        long[] before = {-1};
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            long now = Files.size(file);
            boolean steady = now == before[0];
            before[0] = now;
            return steady;
        });
        return Files.size(file);
    }

    private long startAgain(String script) {
        try {
            return start(script).pid();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Process start(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).inheritIO().start();
        started.add(process);
        return process;
    }
}
