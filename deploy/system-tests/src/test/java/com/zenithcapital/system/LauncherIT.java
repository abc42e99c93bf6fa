package com.zenithcapital.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.local.binaries.Repository;
import com.zenithcapital.local.stack.StackPlan;
import com.zenithcapital.platform.proof.Victim;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code ./zenith} as a person types it, on a stack of its own. The tests are the steps of one story. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LauncherIT {

    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration COMMAND = Duration.ofMinutes(2);

    private final Path home = Path.of("target", "launcher").toAbsolutePath();
    private final int portBase = FreePortBase.next();
    private final List<Victim> seen = new ArrayList<>();

    private record Ended(int exitCode, String out, String err) {}

    @BeforeAll
    void nothingIsLeftOfAnEarlierRun() throws Exception {
        Files.createDirectories(home);
        zenith(COMMAND, "down");
    }

    @AfterAll
    void nothingIsLeftOfThisOne() throws Exception {
        zenith(COMMAND, "down");
    }

    @Test
    @Order(1)
    void aBusyPortIsNamedWithItsOwnerAndNothingIsStarted() throws Exception {
        try (ServerSocket taken = new ServerSocket(portBase + 2, 1, InetAddress.getLoopbackAddress())) {
            Ended up = zenith(COMMAND, "up", "--detach", "--port-base", Integer.toString(portBase));

            assertThat(up.exitCode()).isNotZero();
            assertThat(up.out() + up.err())
                    .contains(Integer.toString(taken.getLocalPort()))
                    .contains(Long.toString(ProcessHandle.current().pid()));
        }
        assertThat(parts())
                .allSatisfy(part -> assertThat(part.path("pid").isNull()).isTrue());
    }

    @Test
    @Order(2)
    void aStackWhoseLauncherWasKilledIsHealedByTheNextUp() throws Exception {
        Process launcher = start("up", "--fresh", "--port-base", Integer.toString(portBase));
        await().atMost(START).pollInterval(Duration.ofSeconds(3)).until(() -> !launcher.isAlive() || allUp());
        assertThat(launcher.isAlive())
                .as(Files.readString(home.resolve("up.txt")))
                .isTrue();
        List<Victim> orphans = parts().stream()
                .map(part -> Victim.of(part.path("pid").asLong()))
                .toList();
        seen.addAll(orphans);
        Victim.of(launcher.toHandle()).kill();

        Ended up = zenith(START, "up", "--detach", "--port-base", Integer.toString(portBase));

        assertThat(up.exitCode()).as(up.toString()).isZero();
        assertThat(orphans).noneMatch(Victim::isAlive);
        assertThat(allUp()).isTrue();
    }

    @Test
    @Order(3)
    void statusTellsEveryPartWithItsAddressesAndHealth() throws Exception {
        List<JsonNode> parts = parts();

        assertThat(parts).extracting(part -> part.path("name").asText()).containsExactlyElementsOf(StackPlan.ALL_PARTS);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.path("url").asText()).isNotBlank();
            assertThat(part.path("port").asInt()).isBetween(portBase, portBase + 30);
            assertThat(ProcessHandle.of(part.path("pid").asLong())).isPresent();
            assertThat(part.has("managementUrl")).isTrue();
            assertThat(part.path("health").asText()).isEqualToIgnoringCase("up");
        });
        parts.forEach(part -> seen.add(Victim.of(part.path("pid").asLong())));
    }

    @Test
    @Order(4)
    void aTokenFromTheCommandLineOpensTheGateway() throws Exception {
        Ended token = zenith(COMMAND, "token", "ana");

        assertThat(token.exitCode()).isZero();
        Api gateway = Api.at(URI.create("http://127.0.0.1:" + portBase));
        gateway.as(token.out().strip()).get("/api/v1/admin/models").expect(200);
    }

    @Test
    @Order(5)
    void theWholeStackWeighsLessThanSixGibibytes() {
        long resident = seen.stream()
                .filter(Victim::isAlive)
                .mapToLong(part -> part.residentBytes().orElse(0L))
                .sum();

        Figures.report("resident memory of all parts together", "%d MiB".formatted(resident >> 20));
        assertThat(resident).isPositive().isLessThan(6L << 30);
    }

    @Test
    @Order(6)
    void downLeavesNoProcessBehind() throws Exception {
        Ended down = zenith(COMMAND, "down");

        assertThat(down.exitCode()).as(down.toString()).isZero();
        assertThat(seen).isNotEmpty().noneMatch(Victim::isAlive);
        assertThat(allUp()).isFalse();
    }

    @Test
    @Order(7)
    void anUnknownWordPrintsHelp() throws Exception {
        Ended ended = zenith(COMMAND, "upwards");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out() + ended.err()).contains("demo", "up", "down", "status", "logs", "token", "test");
    }

    private List<JsonNode> parts() throws Exception {
        Ended status = zenith(COMMAND, "status", "--json");
        JsonNode json = new ObjectMapper().readTree(status.out());
        return StreamSupport.stream(json.path("parts").spliterator(), false).toList();
    }

    private boolean allUp() throws Exception {
        List<JsonNode> parts = parts();
        return parts.size() == StackPlan.ALL_PARTS.size()
                && parts.stream().allMatch(part -> part.path("health").asText().equalsIgnoreCase("up"));
    }

    private Ended zenith(Duration limit, String... words) throws Exception {
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        Process process = command(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("./zenith %s did not end within %s:%n%s%n%s"
                    .formatted(String.join(" ", words), limit, Files.readString(out), Files.readString(err)));
        }
        Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return ended;
    }

    private Process start(String... words) throws IOException {
        return command(words)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("up.txt").toFile())
                .start();
    }

    private ProcessBuilder command(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Repository.root().resolve("zenith").toString());
        command.addAll(List.of(words));
        if (!words[0].equals("upwards")) {
            command.addAll(List.of("--home", home.toString()));
        }
        return new ProcessBuilder(command);
    }
}
