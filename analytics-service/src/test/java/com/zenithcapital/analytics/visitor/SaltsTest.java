package com.zenithcapital.analytics.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zenithcapital.platform.database.Database;
import com.zenithcapital.platform.database.DatabaseException;
import com.zenithcapital.platform.testing.KafkaResource;
import com.zenithcapital.platform.testing.PostgresResource;
import com.zenithcapital.platform.testing.TokenResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days in the year 2100, so that the running service's own salts are not in the way. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "analytics"))
@WithTestResource(KafkaResource.class)
@WithTestResource(TokenResource.class)
class SaltsTest {

    private static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.7");

    @Inject
    Database database;

    private final MovedClock clock = new MovedClock(Instant.parse("2100-03-01T22:00:00Z"));

    @BeforeEach
    void empty() {
        database.update("delete from salt");
    }

    @AfterEach
    void giveBack() {
        PostgresResource.part().start();
        // The pool finds out one by one that its connections are gone.
        await().ignoreExceptions().until(() -> database.update("delete from salt") >= 0);
    }

    @Test
    void allReplicasRecogniseOneVisitor() {
        // Given
        Salts one = replica();
        Salts other = replica();

        // When
        one.keep();
        other.keep();

        // Then
        assertThat(visitor(one)).isEqualTo(visitor(other));
        assertThat(visitor(one).orElseThrow().today()).matches("[0-9a-f]{16}");
        assertThat(visitor(one).orElseThrow().before()).isNull();
    }

    @Test
    void tomorrowsSaltIsThereADayAhead() {
        // Given
        Salts salts = replica();

        // When
        salts.keep();

        // Then
        assertThat(days()).containsExactly("2100-03-01", "2100-03-02");
    }

    @Test
    void inTheFirstHalfHourYesterdaysVisitorIsKnownToo() {
        // Given
        Salts salts = replica();
        salts.keep();
        String yesterday = visitor(salts).orElseThrow().today();
        clock.move("2100-03-02T00:29:59Z");

        // When
        salts.keep();

        // Then
        Visitor visitor = visitor(salts).orElseThrow();
        assertThat(visitor.before()).isEqualTo(yesterday);
        assertThat(visitor.today()).isNotEqualTo(yesterday);
    }

    @Test
    void thenYesterdaysSaltIsDestroyed() {
        // Given
        Salts salts = replica();
        salts.keep();
        clock.move("2100-03-02T00:10:00Z");
        salts.keep();
        clock.move("2100-03-02T00:30:00Z");

        // When
        salts.keep();

        // Then
        assertThat(visitor(salts).orElseThrow().before()).isNull();
        assertThat(days()).containsExactly("2100-03-02", "2100-03-03");
    }

    @Test
    void itIsNotUsedLongerEvenIfNobodyCameToDestroyIt() {
        // Given
        Salts salts = replica();
        salts.keep();

        // When
        clock.move("2100-03-02T00:30:00Z");

        // Then
        assertThat(visitor(salts).orElseThrow().before()).isNull();
    }

    @Test
    void withTheDatabaseDownIntakeGoesOnOverMidnightAndForgetsAllTheSame() {
        // Given
        Salts salts = replica();
        salts.keep();
        String yesterday = visitor(salts).orElseThrow().today();
        PostgresResource.part().kill();
        clock.move("2100-03-02T09:00:00Z");

        // When
        assertThatThrownBy(salts::keep).isInstanceOf(DatabaseException.class);

        // Then
        assertThat(visitor(salts).orElseThrow().today()).isNotEqualTo(yesterday);
        clock.move("2100-03-01T23:00:00Z");
        assertThat(visitor(salts)).isEmpty();
    }

    @Test
    void whoseDayHasNoSaltIsNotRecognised() {
        // Given
        Salts salts = replica();
        salts.keep();

        // When
        clock.move("2100-03-05T12:00:00Z");

        // Then
        assertThat(visitor(salts)).isEmpty();
    }

    private Salts replica() {
        return new Salts(new SaltRows(database), clock);
    }

    private Optional<Visitor> visitor(Salts salts) {
        return salts.at(clock.instant()).map(known -> known.visitor("https://a.example", ADDRESS, "Firefox"));
    }

    private List<String> days() {
        return database.list(
                "select day::text as day from salt where day > ? order by day",
                row -> row.text("day"),
                LocalDate.of(2100, 1, 1));
    }
}
