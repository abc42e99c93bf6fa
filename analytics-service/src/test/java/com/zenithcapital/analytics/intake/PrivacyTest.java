package com.zenithcapital.analytics.intake;

import static com.zenithcapital.analytics.intake.Sent.browser;
import static com.zenithcapital.analytics.intake.Sent.id;
import static com.zenithcapital.analytics.intake.Sent.pageView;
import static com.zenithcapital.analytics.intake.Sent.post;
import static com.zenithcapital.analytics.intake.Sent.program;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.analytics.event.ReadershipNoted;
import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a visitor stays where it came in. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class PrivacyTest {

    private static final String ADDRESS = "203.0.113.77";
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.77";

    private final EventLog log = EventLog.open();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void addressUserAgentAndQueryAreNeitherOnKafkaNorInTheLog() {
        // Given
        String id = id();
        Logger root = LogManager.getLogManager().getLogger("");
        Level before = root.getLevel();
        Written written = new Written();
        root.addHandler(written);
        root.setLevel(Level.ALL);

        // When
        try {
            post(
                            browser(AGENT).header("X-Forwarded-For", "198.51.100.1, " + ADDRESS),
                            pageView(id, "https://www.zenith.example/a?token=s3cr3t&utm_source=letter#s3cr3t"))
                    .statusCode(202);
            post(browser(AGENT).header("X-Forwarded-For", ADDRESS), "{\"url\":\"/?q=s3cr3t\"}")
                    .statusCode(400);
            post(browser(AGENT).header("X-Forwarded-For", ADDRESS), "{\"s3cr3t").statusCode(400);
        } finally {
            root.removeHandler(written);
            root.setLevel(before);
        }

        // Then
        EventLog.Entry entry = log.with(id);
        assertThat(entry.text() + entry.headers() + entry.key())
                .doesNotContain(ADDRESS, "198.51.100.1", "140.77", "Gecko", "s3cr3t");
        assertThat(entry.event(0).path("utmSource").asText()).isEqualTo("letter");
        assertThat(written.lines).isNotEmpty().noneMatch(line -> line.contains(ADDRESS));
        assertThat(written.lines).noneMatch(line -> line.contains("140.77"));
        assertThat(written.lines).noneMatch(line -> line.contains("s3cr3t"));
    }

    @Test
    void oneVisitorIsRecognisedWithinASiteAndOnNoOther() {
        // Given
        String first = id();
        String again = id();
        String elsewhere = id();
        String another = id();

        // When
        post(browser().header("X-Forwarded-For", ADDRESS), pageView(first, "/a"));
        post(browser().header("X-Forwarded-For", "1.1.1.1," + ADDRESS), pageView(again, "/b"));
        post(
                program()
                        .header("User-Agent", Sent.FIREFOX)
                        .header("Origin", "http://127.0.0.1:3000")
                        .header("X-Forwarded-For", ADDRESS),
                pageView(elsewhere, "/a"));
        post(browser().header("X-Forwarded-For", "203.0.113.78"), pageView(another, "/a"));

        // Then
        String visitor = log.with(first).key();
        assertThat(log.with(again).key()).isEqualTo(visitor);
        assertThat(log.with(elsewhere).key()).isNotEqualTo(visitor);
        assertThat(log.with(another).key()).isNotEqualTo(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-GPC", "DNT"})
    void whoAsksNotToBeFollowedIsNot(String signal) {
        // Given
        String id = id();

        // When
        ValidatableResponse answer = post(
                browser().header(signal, "1").auth().preemptive().oauth2(Tokens.of("rhea", "reader")),
                """
                {"id":"%s","name":"pageview","url":"/insights/quiet?utm_source=x","title":"Quiet","screen":800,
                 "referrer":"https://www.google.com/","props":{"a":1}}""".formatted(id));

        // Then
        answer.statusCode(202);
        EventLog.Entry entry = log.with(id);
        assertThat(entry.key()).isNull();
        assertThat(entry.data().properties().stream().map(property -> property.getKey()))
                .containsExactlyInAnyOrder("receivedAt", "filter", "events");
        assertThat(entry.data().path("filter").asText()).isEqualTo("privacy-signal");
        assertThat(entry.event(0).properties().stream().map(property -> property.getKey()))
                .containsExactlyInAnyOrder("id", "name", "occurredAt", "path");
        assertThat(entry.event(0).path("path").asText()).isEmpty();
        assertThat(log.all()).noneMatch(other -> other.isOf(ReadershipNoted.TYPE));
    }

    /** Everything that is logged, with what was put into it. */
    private static final class Written extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Formatter format = new PatternFormatter("%c %X %s%e");

        @Override
        public void publish(LogRecord record) {
            // Our own: at ALL, the HTTP client of this test and the server's codec write down whole requests.
            String name = String.valueOf(record.getLoggerName());
            if (!name.startsWith("org.apache.http") && !name.startsWith("io.netty")) {
                lines.add(format.format(record));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
