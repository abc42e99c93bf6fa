package com.zenithcapital.analytics.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zenithcapital.analytics.event.EventsReceived;
import com.zenithcapital.analytics.event.EventsReceived.Received;
import com.zenithcapital.platform.problem.ProblemException;
import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that nobody thought of: good ones with bytes changed, from the same random numbers each time. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class AnyBodyTest {

    private static final int BODIES = Boolean.getBoolean("zenith.full") ? 2_000_000 : 30_000;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final List<String> SEEDS = List.of(EventDocument.PAGE_VIEW, EventDocument.SEVERAL, """
                    [{"name":"a b","url":"https://user@ä.example:1/x%2f%zz?utm_source=%c3%28&utm_medium=+&&=#","referrer":"http://[::1]:8/",
                    "title":"\\ud83d\\ude00\\u0000","occurredAt":"2026-03-01T24:00:00+01:00","screen":1e3,"props":{"a":1.5e-7,"\\u0000":"€"}}]""");

    private static final List<String> PIECES = List.of(
            "\\ud800",
            "\\u0000",
            "%00",
            "%",
            "%c3",
            "{}",
            "[]",
            "\"",
            "1e999",
            "-0",
            "null",
            "://",
            "\\",
            "\u0085",
            "?utm_source=",
            "https://",
            "-999999999-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z");

    @Inject
    EventRules rules;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    @Timeout(600)
    void isTakenOrRefusedAndNeverBreaksAnything() throws IOException {
        // Given
        Random random = new Random(4711);
        int taken = 0;
        int refused = 0;

        // When
        for (int i = 0; i < BODIES; i++) {
            byte[] body = changed(random);
            try {
                for (Reading reading : EventReader.read(body).readings()) {
                    if (reading instanceof Draft draft
                            && rules.judge(draft, NOW, false) instanceof Judgement.Taken event) {
                        taken++;
                        isWritten(event.event());
                    }
                }
            } catch (ProblemException e) {
                refused++;
            }
        }

        // Then
        assertThat(taken).isGreaterThan(BODIES / 10);
        assertThat(refused).isGreaterThan(BODIES / 10);
    }

    private void isWritten(Received event) throws IOException {
        byte[] written =
                FactJson.of(new EventsReceived(NOW, null, null, null, null, null, null, null, null, List.of(event)));
        String text = new String(written, UTF_8);
        assertThat(json.readTree(written).path("events")).hasSize(1);
        assertThat(text.chars()).noneMatch(c -> Character.isISOControl(c) || c == '\uFFFF');
        assertThat(text).doesNotContain("\\u0000");
        assertThat(text.getBytes(UTF_8)).isEqualTo(written);
        assertThat(event.path()).matches("/[!-~]*").hasSizeLessThanOrEqualTo(1_024);
        assertThat(event.occurredAt()).isBetween(NOW.minusSeconds(7 * 86_400), NOW);
    }

    private static byte[] changed(Random random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        IntStream.range(0, random.nextInt(4)).forEach(i -> {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.setCharAt(at, (char) random.nextInt(256));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(9)));
            }
        });
        byte[] bytes = text.toString().getBytes(UTF_8);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
