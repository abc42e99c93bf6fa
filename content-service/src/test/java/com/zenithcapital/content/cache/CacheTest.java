package com.zenithcapital.content.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.zenithcapital.content.testing.LiveInsight;
import com.zenithcapital.content.testing.LiveRows;
import com.zenithcapital.platform.proof.TcpProxy;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import com.zenithcapital.platform.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application's cache, and beside it another instance's ears behind a line that can be cut. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "content"))
@WithTestResource(TokenResource.class)
class CacheTest {

    private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
    private static final String RATES = "/api/v1/insights/rates";

    @Inject
    DataSource database;

    @Inject
    Forgetting forgetting;

    @Inject
    MeterRegistry metrics;

    private final Changes changes = new Changes();
    private TcpProxy line;
    private LiveChanges other;

    @BeforeEach
    void startTheOther() {
        LiveRows.clear(database);
        String url = config("quarkus.datasource.jdbc.url");
        URI address = URI.create(url.substring("jdbc:".length()));
        line = TcpProxy.to(address.getPort());
        String through = url.replace(":" + address.getPort() + "/", ":" + line.port() + "/");
        other = new LiveChanges(() -> open(through), changes, new RollCall());
        other.start();
        Awaitility.await().until(changes::isHearing);
        Awaitility.await().until(this::isHit);
    }

    @AfterEach
    void stopTheOther() {
        other.close();
        line.close();
        LiveRows.run(database, "delete from reader_cache where instance = '" + other.instance() + "'");
    }

    @Test
    void theSecondReadIsAnsweredFromMemory() {
        // Given
        LiveInsight.named("rates", START).publish(database);
        given().get(RATES);
        double before = hits();

        // When
        String body = given().get(RATES).body().asString();

        // Then
        assertThat(hits()).isEqualTo(before + 1);
        assertThat(body).contains("Title of rates");
    }

    @Test
    void whoIsSignedInIsNeverAnsweredFromMemory() {
        // Given
        LiveInsight.named("rates", START).publish(database);
        given().get(RATES);
        double before = hits();

        // When
        given().auth().oauth2(Tokens.of("rhea", "reader")).get(RATES);
        given().cookie("q_session", "x").get(RATES);

        // Then
        assertThat(hits()).isEqualTo(before);
    }

    @Test
    void whatIsWithdrawnIsShownByNobodyOnceThatIsAnswered() {
        // Given
        LiveInsight insight = LiveInsight.named("rates", START).publish(database);
        given().get(RATES);
        Finished others = keptByTheOther(insight.id());

        // When
        long begun = System.nanoTime();
        insight.withdraw(database, "Wrong.");
        forgetting.awaitForgotten();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        // Then
        assertThat(given().get(RATES).statusCode()).isEqualTo(410);
        assertThat(given().get("/api/v1/insights").jsonPath().getList("items")).isEmpty();
        assertThat(changes.isHearing()).isTrue();
        assertThat(changes.isCurrent(others)).isFalse();
        assertThat(taken).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void anInstanceThatHearsNothingIsWaitedForUntilItAnswersFromMemoryNoMore() {
        // Given
        LiveInsight insight = LiveInsight.named("rates", START).publish(database);
        Finished others = keptByTheOther(insight.id());
        line.stall();

        // When
        long begun = System.nanoTime();
        insight.withdraw(database, "Wrong.");
        forgetting.awaitForgotten();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        // Then
        assertThat(changes.isHearing() && changes.isCurrent(others)).isFalse();
        assertThat(taken).isBetween(Duration.ofMillis(900), Duration.ofSeconds(2));
    }

    @Test
    void anInstanceWhoseLineWasCutForgetsWhatItMayHaveMissed() {
        // Given
        LiveInsight insight = LiveInsight.named("rates", START).publish(database);
        Finished others = keptByTheOther(insight.id());
        line.refuse();
        line.cut();
        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> !changes.isHearing());
        insight.titled("Another").publish(database);

        // When
        line.heal();

        // Then
        Awaitility.await().until(changes::isHearing);
        assertThat(changes.isCurrent(others)).isFalse();
    }

    @Test
    void anInstanceThatWasGivenUpComesBack() {
        // Given
        LiveInsight insight = LiveInsight.named("rates", START).publish(database);
        line.stall();
        forgetting.awaitForgotten();
        line.heal();
        Awaitility.await().until(changes::isHearing);
        Finished others = keptByTheOther(insight.id());

        // When
        insight.withdraw(database, "Wrong.");
        forgetting.awaitForgotten();

        // Then
        assertThat(changes.isCurrent(others)).isFalse();
    }

    @Test
    void anAnswerThatWasWorkedOutWhileItsInsightChangedIsNotKept() {
        // Given
        UUID insight = UUID.randomUUID();
        Changes.Stamp before = changes.stamp();
        changes.changed(insight);

        // When
        Finished late = finished(before, insight);
        Finished fresh = finished(changes.stamp(), insight);
        Finished unrelated = finished(before, UUID.randomUUID());

        // Then
        assertThat(changes.isCurrent(late)).isFalse();
        assertThat(changes.isCurrent(fresh)).isTrue();
        assertThat(changes.isCurrent(unrelated)).isTrue();
    }

    private Finished keptByTheOther(UUID insight) {
        AtomicReference<Finished> kept = new AtomicReference<>(finished(changes.stamp(), insight));
        // One that was forgotten is tried anew: what happened before may still be on its way.
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .during(Duration.ofMillis(100))
                .until(() -> {
                    boolean isCurrent = changes.isCurrent(kept.get());
                    if (!isCurrent) {
                        kept.set(finished(changes.stamp(), insight));
                    }
                    return isCurrent;
                });
        return kept.get();
    }

    private static Finished finished(Changes.Stamp stamp, UUID insight) {
        return new Finished(
                "/x", "application/json", "\"x\"", ChangeDate.UNKNOWN, false, new byte[0], stamp.generation(), insight);
    }

    /** Whether the application answers from memory by now. */
    private boolean isHit() {
        double before = hits();
        given().get("/api/v1/tags");
        given().get("/api/v1/tags");
        return hits() > before;
    }

    private double hits() {
        return metrics.get("zenith.content.cache.lookups")
                .tag("result", "hit")
                .counter()
                .count();
    }

    private Connection open(String through) throws SQLException {
        return DriverManager.getConnection(
                through, config("quarkus.datasource.username"), config("quarkus.datasource.password"));
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
